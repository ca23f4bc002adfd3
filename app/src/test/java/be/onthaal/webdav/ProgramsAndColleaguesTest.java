// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentLocks;
import be.onthaal.documents.Documents;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Grants;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A program has a document open while others work, rights go and time passes. */
@OnthaalTest
@Import(DavTown.class)
class ProgramsAndColleaguesTest {

    @Autowired DavTown town;
    @Autowired Documents documents;
    @Autowired DocumentLocks holds;
    @Autowired EditAddresses addresses;
    @Autowired Grants grants;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private TestAuthority here;
    private DavTown.Person els;
    private DavTown.Person jan;
    private CaseFile file;
    private DocumentId letter;
    private Desk word;

    @BeforeEach
    void openALetter() {
        here = town.found();
        els = town.person(here, port);
        jan = town.person(here, port);
        file = town.file(here, els);
        letter = town.letter(file, els, "brief.docx", "Geachte heer");
        word = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
    }

    @AfterEach
    void letTimeRun() {
        clock.free();
    }

    @Test
    void aColleagueWhoWorksOnItKeepsTheProgramOutAndIsNamed() {
        Callers.run(jan.caller(), () -> holds.take(letter));

        Browser.Answer locked = word.lock();

        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.body()).contains(jan.caller().name());
        assertThat(word.save("Toch").status()).isEqualTo(423);
        assertThat(word.find(word.address(), 0, "").body())
                .contains("<D:owner>" + jan.caller().name() + "</D:owner>")
                .doesNotContain("locktoken");
        assertThat(line().version().number()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoLockAtTheSameMomentOneHasIt() throws InterruptedException {
        var other = new Desk(port, DavTown.opened(jan, letter, "LIBREOFFICE"));

        List<Object> answers = Together.run(List.of(word::lock, other::lock));

        assertThat(answers.stream().map(one -> ((Browser.Answer) one).status()))
                .containsExactlyInAnyOrder(200, 423);
    }

    @Test
    void aLaptopThatSleptSavesWhenNobodyTookTheDocumentMeanwhile() {
        String token = Desk.token(word.lock());
        clock.advance(Duration.ofHours(3));

        assertThat(word.save("Na de middag", token).status()).isEqualTo(204);
        assertThat(line().version().number()).isEqualTo(2);
        assertThat(line().document().lock()).isPresent();
    }

    @Test
    void whoLostHisLockToAColleagueOverwritesNothing() {
        String token = Desk.token(word.lock());
        clock.advance(Duration.ofMinutes(11));
        var other = new Desk(port, DavTown.opened(jan, letter, "MICROSOFT"));
        String taken = Desk.token(other.lock());

        assertThat(word.save("Te laat", token).status()).isEqualTo(423);
        assertThat(other.save("Van Jan", taken).status()).isEqualTo(204);
        other.unlock(taken);
        assertThat(word.save("Nog altijd te laat", token).status()).isEqualTo(412);
        assertThat(line().version().number()).isEqualTo(2);
    }

    @Test
    void aSaveWithoutALockOnWhatAColleagueChangedMeanwhileIsRefused() {
        word.ask("GET");
        Callers.run(
                jan.caller(),
                () ->
                        documents.replace(
                                letter,
                                line().document().progress().revision(),
                                DavTown.upload("brief.docx", "Van Jan"),
                                ""));

        Browser.Answer saved = word.save("Van Els");

        assertThat(saved.status()).isEqualTo(412);
        assertThat(saved.body()).contains(jan.caller().name());
        assertThat(line().version().number()).isEqualTo(2);
    }

    @Test
    void whenItsCaseIsClosedNothingIsSavedAnyMoreAndTheLockGoesBack() {
        String token = Desk.token(word.lock());
        owner.execute(
                "update cases.case_file set status = 'CLOSED', closed_at = now(), closed_by = 'x', result_code = 'answered', retention_action = 'DESTROY', retention_until = '2030-01-01' where id = '%s'"
                        .formatted(file.id()));

        Browser.Answer saved = word.save("Na het sluiten", token);

        assertThat(saved.status()).isEqualTo(403);
        assertThat(saved.body()).contains("afgesloten zaak");
        assertThat(word.unlock(token).status()).isEqualTo(204);
        assertThat(line().version().number()).isEqualTo(1);
        assertThat(line().document().lock()).isEmpty();
    }

    @Test
    void whoLosesHisRightsLosesTheAddressAtOnce() {
        String token = Desk.token(word.lock());
        var employee = new EmployeeId(els.caller().employee().orElseThrow());
        Callers.run(
                here.administrator(),
                () -> grants.of(employee).forEach(one -> grants.end(employee, one.id())));

        assertThat(word.save("Zonder recht", token).status()).isIn(403, 404);
        assertThat(word.ask("GET").status()).isIn(403, 404);
        assertThat(line(jan).version().number()).isEqualTo(1);
    }

    @Test
    void whoSignsOutTakesHisAddressesAlong() {
        els.browser().post("/afmelden", Map.of());

        Browser.Answer answer = word.ask("GET");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("werkt niet meer");
        assertThat(
                        owner.column(
                                "select id from webdav.edit_address where document_id = '%s'"
                                        .formatted(letter)))
                .isEmpty();
    }

    @Test
    void anAddressLivesWhileTheBrowserSleepsAndNoLongerThanTwelveHours() {
        clock.advance(Duration.ofHours(11));
        assertThat(word.ask("GET").status()).isEqualTo(200);
        assertThat(els.browser().get("/zaken").status()).isEqualTo(302);

        clock.advance(Duration.ofHours(2));
        assertThat(word.ask("GET").status()).isEqualTo(404);
        Callers.run(here.service(), addresses::forget);
        assertThat(
                        owner.column(
                                "select id from webdav.edit_address where document_id = '%s'"
                                        .formatted(letter)))
                .isEmpty();
    }

    @Test
    void nobodyElseSeesWhatIsAtAnAddress() {
        Desk stranger = new Desk(port, "/webdav/" + "A".repeat(43) + "/brief.docx");

        assertThat(stranger.ask("GET").status()).isEqualTo(404);
        assertThat(new Desk(port, "/webdav/onzin/brief.docx").ask("PROPFIND").status())
                .isEqualTo(404);
        assertThat(seen(jan)).isEmpty();
        assertThat(seen(els)).hasSize(1);
    }

    private List<String> seen(DavTown.Person who) {
        return owner.columnAfter(
                List.of(
                        "select set_config('onthaal.kind', 'EMPLOYEE', true), set_config('onthaal.authority', '%s', true), set_config('onthaal.actor', '%s', true)"
                                .formatted(here.authority().id(), who.caller().actor()),
                        "set local role onthaal_app"),
                "select id from webdav.edit_address");
    }

    private DocumentLine line() {
        return line(els);
    }

    private DocumentLine line(DavTown.Person who) {
        return Callers.as(who.caller(), () -> documents.get(letter));
    }
}
