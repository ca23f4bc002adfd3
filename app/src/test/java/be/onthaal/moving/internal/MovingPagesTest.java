// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.moving.internal.MovingTown.Place;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(MovingTown.class)
class MovingPagesTest {

    private static final String HOME = "/beheer/verhuizing";
    private static final Map<String, byte[]> FILES =
            Map.of(
                    "parties.csv",
                    bytes("key;name\nK1;Jan Peeters\nK2;\n"),
                    "cases.csv",
                    bytes(
                            "key;type;subject;party;unit;opened_on\n"
                                    + "D1;information-question;Reispas;K1;Onthaal;2026-10-01\n"),
                    "documents.csv",
                    bytes("case;file;title\nD1;brieven/brief.txt;Brief van Jan\n"),
                    "brief.txt",
                    bytes("Geachte"));

    @Autowired MovingTown moving;
    @Autowired TownFixtures towns;
    @Autowired Sessions sessions;
    @Autowired Employees employees;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;
    @Autowired MovingJob job;
    @LocalServerPort int port;

    private Place place;
    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.free();
        place = moving.found();
        browser = browser(place.mover());
    }

    @Test
    void aFolderIsTriedBroughtInAndTakenOutOnThePage() {
        assertThat(words(browser.get(HOME))).contains("Er kwam nog niets binnen");
        String page = page(browser.upload(HOME, FILES));
        job.run();
        assertThat(words(browser.get(page)))
                .contains("Dit is een proef")
                .contains("De kolom ‘name’ is leeg.");

        browser.post(page + "/start", Map.of());
        job.run();
        assertThat(words(browser.get(page))).contains("Binnengebracht");
        UUID piece =
                UUID.fromString(
                        owner.column(
                                        "select id from moving.document where"
                                                + " authority_id = '"
                                                + place.here().authority().id()
                                                + "'")
                                .getFirst());
        Browser handler = browser(towns.person(place.here(), StandardRole.CASE_HANDLER));
        assertThat(handler.get("/stukken/" + piece).body()).isEqualTo("Geachte");
        assertThat(browser.get("/stukken/" + piece).status()).isEqualTo(403);

        browser.post(page + "/terug", Map.of());
        job.run();
        assertThat(words(browser.get(page))).contains("Ongedaan gemaakt");
        assertThat(handler.get("/stukken/" + piece).status()).isEqualTo(404);
        String cancelled =
                owner.column(
                                "select id from cases.case_file where authority_id = '"
                                        + place.here().authority().id()
                                        + "'")
                        .getFirst();
        assertThat(words(handler.get("/zaken/" + cancelled)))
                .contains("Geannuleerd door Verhuizing 1")
                .contains("Zaak overgenomen uit een ander pakket")
                .doesNotContain("Jan Peeters");
    }

    @Test
    void theReportGoesAlongAsASheet() {
        String page = page(browser.upload(HOME, FILES));
        job.run();

        Browser.Answer report = browser.get(page + "/verslag.csv");

        assertThat(report.headers().get("content-disposition")).contains("verslag-1.csv");
        assertThat(report.body())
                .contains("parties.csv;3;K2;Geweigerd;De kolom ‘name’ is leeg.")
                .contains("cases.csv;2;D1;Nieuw;");
    }

    @Test
    void everyTemplateCanBeTakenAndComesIn() {
        for (Sheet sheet : Sheet.values()) {
            Browser.Answer template = browser.get(HOME + "/sjabloon/" + sheet.fileName());

            assertThat(template.status()).isEqualTo(200);
            assertThat(template.body()).contains(String.join(";", sheet.names()));
        }
        assertThat(browser.get(HOME + "/sjabloon/geheim.csv").status()).isEqualTo(404);
    }

    @Test
    void anExportIsAskedAndFetched() {
        browser.post(HOME + "/uitvoer", Map.of());
        job.run();

        String overview = words(browser.get(HOME));
        String link =
                java.util.regex.Pattern.compile("/beheer/verhuizing/uitvoer/[0-9a-f-]{36}")
                        .matcher(overview)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group();
        assertThat(browser.get(link).body()).startsWith("PK");
    }

    @Test
    void hostileFilesGetASentenceAndLeaveNothing() {
        for (var hostile :
                Map.of(
                                "x.zip", bytes("geen zip"),
                                "../../parties.csv", bytes("key;name\n1;a\n"),
                                "brief.pdf", bytes("los"))
                        .entrySet()) {
            Browser.Answer answer =
                    browser.upload(HOME, Map.of(hostile.getKey(), hostile.getValue()));

            assertThat(answer.status()).as(hostile.getKey()).isEqualTo(422);
            assertThat(answer.body()).as(hostile.getKey()).doesNotContain("[error.");
        }
        assertThat(words(browser.get(HOME))).contains("Er kwam nog niets binnen");
    }

    @Test
    void whoMayNotTransferIsKeptOut() {
        Browser handler = browser(towns.person(place.here(), StandardRole.COORDINATOR));

        assertThat(handler.get(HOME).status()).isEqualTo(403);
        assertThat(handler.upload(HOME, FILES).status()).isEqualTo(403);
        assertThat(handler.post(HOME + "/uitvoer", Map.of()).status()).isEqualTo(403);
        assertThat(handler.get(HOME + "/" + UUID.randomUUID() + "/verslag.csv").status())
                .isEqualTo(403);
    }

    private Browser browser(Caller caller) {
        String login =
                Callers.as(
                        place.here().service(),
                        () ->
                                employees
                                        .get(new EmployeeId(caller.employee().orElseThrow()))
                                        .email()
                                        .normalised());
        return Browser.signedIn(port, sessions, login);
    }

    private static String page(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    private static String words(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        return answer.body();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
