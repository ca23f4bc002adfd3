// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.AuthorityId;
import be.onthaal.database.DatabaseSettings;
import be.onthaal.moving.internal.reading.Staging;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where the files of transfers and exports wait, under the data folder that all processes share.
 */
@Component
class Folders {

    private final Path root;

    Folders(DatabaseSettings settings) {
        this.root = settings.directory().resolve("moving").toAbsolutePath().normalize();
    }

    Staging of(AuthorityId authority, UUID transfer) {
        return new Staging(root.resolve(authority.toString()).resolve(transfer.toString()));
    }

    Path export(AuthorityId authority, UUID export) {
        return root.resolve(authority.toString()).resolve("export-" + export + ".zip");
    }
}
