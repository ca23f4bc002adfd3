// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.common.Brussels;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The form on which a pile of post is registered, as it works without a script. */
@OnthaalTest
@Import(DeskFixtures.class)
class PilePagesTest {

    private static final Pattern NUMBER = Pattern.compile("pile-number\">([IU]-\\d{4}-\\d{6})<");

    @Autowired DeskFixtures fixtures;
    @Autowired AsOwner owner;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser clerk;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        clerk = fixtures.browser(port, scene.here(), StandardRole.POST_CLERK);
    }

    @Test
    void theAnswerShowsTheNumberAndIsTheNextForm() {
        Map<String, String> form = form("Bezwaar tegen een boete");
        form.put("kind", "REGISTERED");
        form.put("barcode", "RR 123 456 785 BE");
        form.put("keep", "yes");

        Browser.Answer answer = clerk.post("/post/inschrijven", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(number(answer)).startsWith("I-");
        assertThat(answer.body())
                .contains("value=\"REGISTERED\" selected")
                .doesNotContain("value=\"Bezwaar")
                .doesNotContain("[post.")
                .doesNotContain(form.get("once"));
        assertThat(answer.statements()).isBetween(1, 22);
    }

    @Test
    void aFormThatIsSentTwiceIsRegisteredOnce() {
        Map<String, String> form = form("Aanvraag");

        String first = number(clerk.post("/post/inschrijven", form));

        assertThat(number(clerk.post("/post/inschrijven", form))).isEqualTo(first);
    }

    @Test
    void anotherPieceOnTheSameFormIsNotSwallowed() {
        Map<String, String> form = form("Aanvraag");
        String first = number(clerk.post("/post/inschrijven", form));

        form.put("subject", "Bezwaar");
        String second = number(clerk.post("/post/inschrijven", form));

        assertThat(second).isNotEqualTo(first);
        assertThat(number(clerk.post("/post/inschrijven", form))).isEqualTo(second);
        form.put("subject", "Aanvraag");
        assertThat(number(clerk.post("/post/inschrijven", form))).isEqualTo(first);
    }

    @Test
    void whatWasCancelledIsRegisteredAgain() {
        Map<String, String> form = form("Aanvraag");
        String first = number(clerk.post("/post/inschrijven", form));
        clerk.post("/post/" + entry(first) + "/annuleer", Map.of("reason", "Verkeerde dienst"));

        assertThat(number(clerk.post("/post/inschrijven", form))).isNotEqualTo(first);
    }

    @Test
    void whatWasPerhapsRegisteredBeforeIsAskedOnce() {
        number(clerk.post("/post/inschrijven", form("Factuur 118")));
        Map<String, String> again = form("Factuur 118");

        Browser.Answer asked = clerk.post("/post/inschrijven", again);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body())
                .contains("lijkt al ingeschreven")
                .contains("value=\"Factuur 118\"");

        again.put("sure", "yes");
        assertThat(number(clerk.post("/post/inschrijven", again))).startsWith("I-");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        Map<String, String> form = form("");
        form.put("place", "Kast 3");
        assertAsked(form, "subject", "Het onderwerp ontbreekt");

        form.put("subject", "Brief van vorige maand");
        form.put("on", Brussels.today(clock).minusDays(40).toString());
        assertAsked(form, "late", "Schrijf waarom");

        form.put("late", "Lag bij de burgemeester");
        form.put("barcode", "RR123456784BE");
        assertAsked(form, "barcode", "streepjescode klopt niet");

        form.remove("barcode");
        String number = number(clerk.post("/post/inschrijven", form));
        assertThat(
                        owner.column(
                                "select late_reason from post.entry where number = '%s' and authority_id = '%s'"
                                        .formatted(number, scene.here().authority().id())))
                .containsExactly("Lag bij de burgemeester");
    }

    @Test
    void eachFieldThatIsWrongSaysSoToWhoeverListens() {
        Map<String, String> form = form("Vraag");
        form.put("place", "Kast 3");
        form.put("book", "X");
        assertAsked(form, "book", "Kies een ander register");

        form.remove("book");
        form.put("annexes", "drie");
        assertAsked(form, "annexes", "aantal bijlagen");

        form.remove("annexes");
        form.put("on", Brussels.today(clock).plusDays(1).toString());
        assertAsked(form, "on", "ligt in de toekomst");

        form.put("on", Brussels.today(clock).toString());
        form.put("level", "CONFIDENTIAL");
        form.put("copies", scene.here().unit().toString());
        assertAsked(form, "copies", "gaat niet in kopie");

        form.remove("copies");
        form.remove("unit");
        assertAsked(form, "unit", "Kies eerst een dienst");
    }

    @Test
    void aTypedNameThatOneCustomerHasIsLikelyHisUntilSomebodyIsSure() {
        Map<String, String> form = form("Vraag over een attest");
        form.put("sender", DeskFixtures.CANARY);
        Browser.Answer answer = clerk.post("/post/inschrijven", form);
        String id = entry(number(answer));

        assertThat(owner.column("select likely_id from post.entry where id = '%s'".formatted(id)))
                .containsExactly(scene.party().toString());
        assertThat(clerk.get("/post/" + id).body()).contains("Dit is de klant");
        clerk.post("/post/" + id + "/afzender", Map.of());

        assertThat(owner.column("select party_id from post.entry where id = '%s'".formatted(id)))
                .containsExactly(scene.party().toString());
        assertThat(clerk.get("/post/" + id).body()).doesNotContain("Dit is de klant");
    }

    @Test
    void whoIsLookedForIsConsulted() {
        Browser.Answer found = clerk.post("/post/afzenders", Map.of("sender", "vogelaere"));

        assertThat(found.body()).contains(DeskFixtures.CANARY).contains(scene.party().toString());
        assertThat(
                        owner.column(
                                "select purpose from audit.event where action = 'desk.senders-viewed' and parties @> array['%s'::uuid]"
                                        .formatted(scene.party())))
                .containsExactly("POST");
    }

    @Test
    void anEntryIsCorrectedAssignedAndCancelledOnItsPage() {
        String id = entry(number(clerk.post("/post/inschrijven", form("Vraag"))));
        Map<String, String> better = new HashMap<>();
        better.put("revision", "0");
        better.put("kind", "LETTER");
        better.put("sender", "Jan Peeters");
        better.put("subject", "Aanvraag van een attest");
        better.put("on", Brussels.today(clock).toString());

        assertThat(clerk.post("/post/" + id + "/gegevens", better).location())
                .contains("entry-corrected");
        assertThat(clerk.post("/post/" + id + "/gegevens", better).status()).isEqualTo(409);
        assertThat(clerk.post("/post/" + id + "/annuleer", Map.of("reason", "Dubbel")).location())
                .contains("entry-cancelled");

        assertThat(clerk.get("/post/" + id).body())
                .contains("<del>Vraag</del>")
                .contains("<ins>Aanvraag van een attest</ins>")
                .contains("<ins>Dubbel</ins>")
                .contains("Geannuleerd")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
    }

    @Test
    void theOutgoingFormAnswersWhatCameIn() {
        String in = entry(number(clerk.post("/post/inschrijven", form("Vraag"))));

        Browser.Answer page = clerk.get("/post/inschrijven?richting=OUT&antwoordt=" + in);
        assertThat(page.body()).contains("value=\"Jan Peeters\"").contains("Bestemmeling");
        Map<String, String> form = form("Ons antwoord");
        form.put("direction", "OUT");
        form.put("answers", in);
        String out = entry(number(clerk.post("/post/inschrijven", form)));

        assertThat(owner.column("select answers_id from post.entry where id = '%s'".formatted(out)))
                .containsExactly(in);
    }

    @Test
    void theSettingsAreForAdministrators() {
        Browser administrator = fixtures.browser(port, scene.here(), StandardRole.ADMINISTRATOR);

        assertThat(clerk.get("/beheer/post").status()).isEqualTo(403);
        administrator.post(
                "/beheer/post/termijn",
                Map.of("kind", "LETTER", "days", "10", "sort", "WORKING_DAYS"));
        administrator.post("/beheer/post/registers", Map.of("code", "K", "name", "Kabinet"));

        assertThat(administrator.get("/beheer/post").body())
                .contains("value=\"10\"")
                .contains("Kabinet")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        assertThat(clerk.get("/post/inschrijven").body()).contains("Kabinet");
        assertThat(
                        administrator
                                .post(
                                        "/beheer/post/termijn",
                                        Map.of(
                                                "kind",
                                                "LETTER",
                                                "days",
                                                "0",
                                                "sort",
                                                "WORKING_DAYS"))
                                .body())
                .contains("Een termijn is 1 tot");
    }

    private void assertAsked(Map<String, String> form, String field, String sentence) {
        Browser.Answer answer = clerk.post("/post/inschrijven", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"" + field + "-e\"")
                .contains("aria-describedby=\"" + field + "-e\"")
                .contains("aria-invalid=\"true\"")
                .contains("<a href=\"#" + field + "\">")
                .containsPattern("(name|id)=\"" + field + "\"[^>]*autofocus")
                .contains(sentence)
                .contains("value=\"Kast 3\"");
    }

    private Map<String, String> form(String subject) {
        Map<String, String> form = new HashMap<>();
        form.put("once", UUID.randomUUID().toString());
        form.put("direction", "IN");
        form.put("sender", "Jan Peeters");
        form.put("subject", subject);
        form.put("on", Brussels.today(clock).toString());
        form.put("kind", "LETTER");
        form.put("unit", scene.here().unit().toString());
        return form;
    }

    private String entry(String number) {
        return owner.column(
                        "select id from post.entry where number = '%s' and authority_id = '%s'"
                                .formatted(number, scene.here().authority().id()))
                .getFirst();
    }

    private static String number(Browser.Answer answer) {
        Matcher number = NUMBER.matcher(answer.body());
        assertThat(number.find()).as(answer.status() + " " + answer.body()).isTrue();
        return number.group(1);
    }
}
