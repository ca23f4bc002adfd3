// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.documents.DocumentId;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Programs that were made to break something, or to fill the disk. */
@OnthaalTest
@Import(DavTown.class)
class HostileProgramsTest {

    private static final String HEAD = "<?xml version=\"1.0\"?>";

    @Autowired DavTown town;
    @LocalServerPort int port;

    private Desk program;

    @BeforeEach
    void openALetter() {
        TestAuthority here = town.found();
        DavTown.Person els = town.person(here, port);
        DocumentId letter = town.letter(town.file(here, els), els, "brief.docx", "Tekst");
        program = new Desk(port, DavTown.opened(els, letter, "MICROSOFT"));
    }

    @Test
    void entitiesAndDoctypesAreRefused() {
        String reads =
                HEAD
                        + "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>"
                        + "<D:propfind xmlns:D=\"DAV:\"><D:prop><a>&y;</a></D:prop></D:propfind>";
        String laughs =
                HEAD
                        + "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                        + "<D:lockinfo xmlns:D=\"DAV:\"><D:owner>&b;</D:owner></D:lockinfo>";

        assertThat(program.find(program.address(), 0, reads).status()).isEqualTo(400);
        assertThat(program.ask("LOCK", program.address(), Map.of(), laughs).status())
                .isEqualTo(400);
        assertThat(program.ask("PROPPATCH", program.address(), Map.of(), reads).status())
                .isEqualTo(400);
    }

    @Test
    void nestingAndLengthHaveAnEnd() {
        String deep = HEAD + "<a>".repeat(5_000) + "</a>".repeat(5_000);
        String wide =
                HEAD
                        + "<D:propfind xmlns:D=\"DAV:\"><D:prop>"
                        + "<D:x/>".repeat(5_000)
                        + "</D:prop></D:propfind>";
        String endless = HEAD + "<a>" + " ".repeat(Xml.LONGEST) + "</a>";

        assertThat(program.find(program.address(), 0, deep).status()).isEqualTo(400);
        assertThat(program.find(program.address(), 0, wide).status()).isEqualTo(400);
        assertThat(program.find(program.address(), 0, endless).status()).isEqualTo(413);
        assertThat(
                        program.ask("PROPFIND", program.folder(), Map.of("Depth", "infinity"), "")
                                .status())
                .isEqualTo(403);
        assertThat(program.ask("PROPFIND", program.folder(), Map.of(), "").status()).isEqualTo(403);
    }

    @Test
    void pathsLeadNowhereElse() {
        for (String name :
                new String[] {
                    "..%2f..%2fetc%2fpasswd", "%2e%2e/x", "a%00b", "a%5cb", "a%0ab", "%ff%fe"
                }) {
            Browser.Answer answer = program.aside(name, "x");
            assertThat(answer.status()).as(name).isIn(400, 404);
        }
        assertThat(program.aside("a".repeat(300), "x").status()).isEqualTo(400);
        assertThat(program.aside("a/b/c/d/e/f/g/h/i/j", "x").status()).isEqualTo(403);
        program.aside("a.tmp", "x");
        for (String elsewhere :
                new String[] {
                    "/zaken", "http://elders.example/a", "/webdav/andere/b", "//x", "ht tp:", ""
                }) {
            Browser.Answer answer =
                    program.ask(
                            "MOVE",
                            program.folder() + "a.tmp",
                            Map.of("Destination", elsewhere),
                            "");
            assertThat(answer.status()).as(elsewhere).isIn(400, 502);
        }
    }

    @Test
    void aNameWithTagsIsWrittenAsANameAndNothingElse() {
        program.aside("%3Cscript%3E%26%22.tmp", "x");

        String told = program.find(program.folder(), 1, "").body();

        assertThat(told).contains("&lt;script&gt;&amp;&quot;.tmp").doesNotContain("<script>");
    }

    @Test
    void whatIsLargeOrManyIsRefused() {
        assertThat(program.aside("groot.tmp", "x".repeat(Scraps.LARGEST + 1)).status())
                .isEqualTo(413);
        int last = 201;
        for (int i = 0; i < 201 && last == 201; i++) {
            last = program.ask("MKCOL", program.folder() + "map" + i, Map.of(), "").status();
        }
        assertThat(last).isEqualTo(507);
        String long1 =
                HEAD
                        + "<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop><x>"
                        + "y".repeat(20_000)
                        + "</x></D:prop></D:set></D:propertyupdate>";
        assertThat(program.ask("PROPPATCH", program.address(), Map.of(), long1).status())
                .isEqualTo(507);
    }

    @Test
    void nonsenseInHeadersIsNonsense() {
        for (String header : new String[] {"(", "()", "<x>", "(<a> [b)", "zomaar", "(Not)"}) {
            Browser.Answer answer =
                    program.ask("PUT", program.address(), Map.of("If", header), "x");
            assertThat(answer.status()).as(header).isEqualTo(400);
        }
        assertThat(program.unlock("geen").status()).isEqualTo(400);
        assertThat(program.unlock("<urn:uuid:x>").status()).isEqualTo(409);
        assertThat(
                        program.ask(
                                        "PUT",
                                        program.address(),
                                        Map.of("Content-Range", "bytes 1-2/3"),
                                        "x")
                                .status())
                .isEqualTo(400);
        assertThat(program.ask("POST", program.address(), Map.of(), "x").status()).isEqualTo(405);
        assertThat(program.find(program.address(), 7, "").status()).isEqualTo(400);
    }
}
