// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.database.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {

    @TempDir Path directory;

    @Test
    void theKeyOfADirectoryIsMadeOnce() {
        String signature = key("").sign("proef", "tekst");

        assertThat(key("").verifies("proef", "tekst", signature)).isTrue();
        assertThat(key("").verifies("anders", "tekst", signature)).isFalse();
        assertThat(key("").verifies("proef", "tekst!", signature)).isFalse();
    }

    @Test
    void whatIsSealedOpensForItsPurposeOnly() {
        String sealed = key("").seal("mailbox", "geheim");

        assertThat(sealed).doesNotContain("geheim").isNotEqualTo(key("").seal("mailbox", "geheim"));
        assertThat(key("").open("mailbox", sealed)).isEqualTo("geheim");
        assertThatThrownBy(() -> key("").open("anders", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key("x".repeat(40)).open("mailbox", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecretThatIsEasilyGuessedIsRefused() {
        assertThatThrownBy(() -> key("kort")).isInstanceOf(IllegalArgumentException.class);
    }

    private InstallationKey key(String secret) {
        var settings = new DatabaseSettings("", "", "", "", "", directory, 0, "x", 1, false);
        return new InstallationKey(settings, secret);
    }
}
