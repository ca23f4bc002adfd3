// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.moving.internal.MovingTown.Place;
import be.onthaal.party.KnownParties;
import be.onthaal.party.Party;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(MovingTown.class)
class ImportCommandTest {

    @Autowired MovingTown moving;
    @Autowired Authorities authorities;
    @Autowired Transfers transfers;
    @Autowired Steps steps;
    @Autowired Folders folders;
    @Autowired Texts texts;
    @Autowired KnownParties known;
    @TempDir Path folder;

    private Place place;

    @BeforeEach
    void pack() throws IOException {
        place = moving.found();
        Files.writeString(folder.resolve("parties.csv"), "key;name\nK1;Jan Peeters\nK2;\n");
    }

    @Test
    void aFolderIsTriedUnlessItIsForReal() throws InterruptedException {
        command(number(), false).run();
        assertThat(customers()).isEmpty();

        command(number(), true).run();
        assertThat(customers()).extracting(Party::name).containsExactly("Jan Peeters");
    }

    @Test
    void withoutAnAuthorityItNamesThemAndDoesNothing() {
        moving.found();

        assertThatThrownBy(() -> command("", true).run())
                .hasMessageContaining("--authority")
                .hasMessageContaining(place.here().authority().numbers().enterprise().display());
        assertThat(customers()).isEmpty();
    }

    @Test
    void aFolderWithALinkIsRefusedWithASentence() throws IOException {
        Files.createSymbolicLink(folder.resolve("brief.pdf"), Path.of("/etc/hostname"));

        assertThatThrownBy(() -> command(number(), true).run()).hasMessageContaining("koppeling");
    }

    private ImportCommand command(String authority, boolean forReal) {
        var asked = new ImportCommand.Asked(folder.toString(), authority, forReal);
        return new ImportCommand(authorities, transfers, steps, folders, texts, asked);
    }

    private String number() {
        return place.here().authority().numbers().enterprise().display();
    }

    private List<Party> customers() {
        return Callers.as(place.here().service(), () -> known.after(Optional.empty(), 10));
    }
}
