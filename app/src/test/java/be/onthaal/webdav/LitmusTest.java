// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.documents.DocumentId;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.PrivateServer;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Debian's litmus, which asks a WebDAV server what RFC 4918 promises. */
@OnthaalTest
@Import(DavTown.class)
class LitmusTest {

    private static final Path PROGRAM = Path.of("/usr/bin/litmus");
    private static final Pattern SUMMARY = Pattern.compile("of (\\d+) tests run: (\\d+) passed");

    @Autowired DavTown town;
    @LocalServerPort int port;

    @Test
    void allOfLitmusPassesAtTheAddressOfADocument() throws IOException, InterruptedException {
        PrivateServer.require(PROGRAM);
        TestAuthority here = town.found();
        DavTown.Person els = town.person(here, port);
        DocumentId letter = town.letter(town.file(here, els), els, "brief.docx", "Tekst");
        String folder = new Desk(port, DavTown.opened(els, letter, "MICROSOFT")).folder();
        Path place = Files.createDirectories(Path.of("target/litmus").toAbsolutePath());
        Path out = place.resolve("out.txt");

        int ended =
                new ProcessBuilder(PROGRAM.toString(), "-k", "http://127.0.0.1:" + port + folder)
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start()
                        .waitFor();

        String said = Files.readString(out, StandardCharsets.ISO_8859_1);
        Matcher summary = SUMMARY.matcher(said);
        int run = 0;
        int passed = 0;
        while (summary.find()) {
            run += Integer.parseInt(summary.group(1));
            passed += Integer.parseInt(summary.group(2));
        }
        assertThat(said).doesNotContain("FAIL");
        assertThat(ended).isZero();
        assertThat(run).isEqualTo(104);
        assertThat(passed).isEqualTo(104);
    }
}
