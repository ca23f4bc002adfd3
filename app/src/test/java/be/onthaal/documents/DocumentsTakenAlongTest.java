// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Sessions;
import be.onthaal.cases.CaseFile;
import be.onthaal.documents.internal.reader.Readers;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Whoever takes documents along gets all that he asked for, or hears why not. */
@OnthaalTest
@Import(DocumentTown.class)
@TestPropertySource(properties = "onthaal.documents.turn=200ms")
class DocumentsTakenAlongTest {

    /** With this record a file is a whole ZIP to whoever opens it. */
    private static final String END_OF_ZIP = "PK\u0005\u0006";

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired Documents documents;
    @Autowired Readers readers;
    @Autowired DocumentSettings settings;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;
    private Caller els;
    private CaseFile file;
    private Browser browser;

    @BeforeEach
    void openACase() {
        here = town.found();
        els = towns.person(here, StandardRole.CASE_HANDLER);
        file = town.file(els, here.unit(), "Verhuis", Confidentiality.INTERNAL);
        browser = Browser.signedIn(port, sessions, login());
    }

    @Test
    void whatIsChosenGoesAlongHoweverManyTheCaseHolds() {
        DocumentId id = town.add(els, file, "oud.txt", "het oudste");
        many(id, 205);
        Browser.Answer one = browser.get(zip() + "?document=" + id);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).contains("001-oud.txt");
        Browser.Answer all = browser.get(zip());
        assertThat(all.status()).isEqualTo(422);
        assertThat(all.body()).contains("hoogstens 200 documenten");
    }

    @Test
    void oneSealedFileIsSaidBeforeAnythingLeaves() {
        town.add(els, file, "goed.txt", "goed");
        DocumentId sealed = town.add(els, file, "fout.txt", "fout");
        owner.execute(
                "update documents.version set check_state = 'INFECTED', finding = 'x' where document_id = '%s'"
                        .formatted(sealed));
        Browser.Answer answer = browser.get(zip());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("In 1 van deze bestanden is een virus gevonden");
    }

    @Test
    void whatBreaksHalfwayDoesNotLookWhole() {
        DocumentId lost = town.add(els, file, "weg.txt", "weg " + here.unit());
        town.add(els, file, "goed.txt", "goed");
        String digest = Callers.as(els, () -> documents.get(lost)).version().file().digest().hex();
        owner.execute("delete from files.content where sha256 = '%s'".formatted(digest));
        assertThat(whatArrives(zip())).doesNotContain(END_OF_ZIP);
    }

    /** What a browser has before the line breaks off. */
    private String whatArrives(String path) {
        try {
            return browser.get(path).body();
        } catch (UncheckedIOException broken) {
            return "";
        }
    }

    @Test
    void whileAllReadersAreBusyAPageIsAskedAgainLater() throws Exception {
        DocumentId id = town.add(els, file, "nota.txt", "nota");
        List<Readers.Turn> taken = new ArrayList<>();
        for (int i = 0; i < settings.readers(); i++) {
            taken.add(readers.turn());
        }
        try {
            Browser.Answer answer = browser.get("/documenten/" + id + "/versies/1/beeld/2");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().get("retry-after")).isEqualTo("5");
            assertThat(answer.body()).contains("Probeer het over enkele seconden opnieuw");
        } finally {
            taken.forEach(Readers.Turn::close);
        }
    }

    private String zip() {
        return "/zaken/" + file.id() + "/documenten/zip";
    }

    /** Newer documents beside this one, as many years of work make them. */
    private void many(DocumentId first, int count) {
        owner.execute(
                """
                with made as (
                    insert into documents.document (authority_id, title, direction, dated, locale, unit_id,
                        confidentiality, versions, added_at, added_by, changed_at, changed_by)
                    select d.authority_id, 'stuk ' || n, d.direction, d.dated + 1, d.locale, d.unit_id,
                        d.confidentiality, 1, d.added_at, 'x', d.changed_at, 'x'
                    from documents.document d, generate_series(1, %d) n where d.id = '%s'
                    returning authority_id, id),
                versions as (
                    insert into documents.version (authority_id, document_id, number, file_name, media_type, size,
                        sha256, added_at, added_by, check_state)
                    select made.authority_id, made.id, 1, 'stuk.txt', v.media_type, v.size, v.sha256, v.added_at, 'x',
                        'OFF'
                    from made, documents.version v where v.document_id = '%s')
                select count(*) from made
                """
                        .formatted(count, first, first));
        owner.execute(
                """
                insert into documents.link (authority_id, document_id, case_id, linked_at, linked_by)
                select d.authority_id, d.id, '%s', now(), 'x' from documents.document d
                where d.authority_id = '%s' and d.cases = 0
                """
                        .formatted(file.id(), here.authority().id()));
    }

    private String login() {
        return Callers.as(
                here.administrator(),
                () ->
                        employees
                                .get(new EmployeeId(els.employee().orElseThrow()))
                                .email()
                                .normalised());
    }
}
