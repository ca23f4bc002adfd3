// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.scanning.Paper;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.Stacks;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Scanners put files in folders, write slowly, and never twice the same. */
@OnthaalTest
@Import(ScanTown.class)
class WatchFolderTest {

    @Autowired ScanTown town;
    @Autowired TownFixtures towns;
    @Autowired Stacks stacks;
    @Autowired Authorities authorities;
    @Autowired Units units;
    @Autowired Clock clock;
    @TempDir Path root;

    private TestAuthority here;
    private Caller rita;
    private Path scanner;

    @BeforeEach
    void found() throws IOException {
        here = town.found();
        rita = towns.person(here, StandardRole.POST_CLERK);
        scanner = Files.createDirectories(root.resolve(here.authority().slug()).resolve("ONTHAAL"));
    }

    @Test
    void aFileIsKeptFirstAndPutAsideAfter() throws IOException {
        byte[] pdf = Paper.pdf(Paper.letter("Uit de scanner"));
        Files.write(scanner.resolve("scan0001.pdf"), pdf);
        Files.write(scanner.resolve(".scan0002.pdf.deel"), pdf);
        folder(Duration.ZERO).look();
        assertThat(Callers.as(rita, stacks::recent))
                .extracting(ScanStack::name)
                .containsExactly("scan0001.pdf");
        assertThat(scanner.resolve("scan0001.pdf")).doesNotExist();
        assertThat(scanner.resolve("genomen/scan0001.pdf")).hasBinaryContent(pdf);
        // Between the commit and the move the machine stopped: it lies there again.
        Files.write(scanner.resolve("scan0001.pdf"), pdf);
        folder(Duration.ZERO).look();
        assertThat(Callers.as(rita, stacks::recent)).hasSize(1);
        assertThat(scanner.resolve("genomen/2-scan0001.pdf")).exists();
    }

    @Test
    void whatIsStillBeingWrittenAndWhatPointsElsewhereStays() throws IOException {
        Path secret = Files.write(root.resolve("geheim.pdf"), Paper.pdf(Paper.letter("Geheim")));
        Files.createSymbolicLink(scanner.resolve("link.pdf"), secret);
        Files.createSymbolicLink(
                root.resolve(here.authority().slug()).resolve("Onthaal-link"), root);
        Path growing = Files.write(scanner.resolve("groeit.pdf"), new byte[] {'%'});
        WatchFolder folder = folder(Duration.ofMinutes(1));
        folder.look();
        Files.write(growing, new byte[] {'%', 'P'});
        folder.look();
        assertThat(Callers.as(rita, stacks::recent)).isEmpty();
        assertThat(growing).exists();
    }

    @Test
    void whatIsRefusedIsPutAsideInAFolderOfItsOwn() throws IOException {
        Files.write(scanner.resolve("leeg.pdf"), new byte[0]);
        folder(Duration.ZERO).look();
        assertThat(scanner.resolve("geweigerd/leeg.pdf")).exists();
        assertThat(Callers.as(rita, stacks::recent)).isEmpty();
    }

    private WatchFolder folder(Duration settled) {
        var settings =
                new ScanSettings(
                        root.toString(),
                        settled,
                        "tesseract",
                        "nld+fra",
                        2,
                        Duration.ofSeconds(60),
                        1_500);
        return new WatchFolder(settings, stacks, authorities, units, clock);
    }
}
