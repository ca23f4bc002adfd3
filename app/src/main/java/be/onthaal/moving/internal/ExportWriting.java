// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.AccountId;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Standing;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes exports with the rights that their asker has now: who takes all out still sees no file
 * above his clearance. A killed writer leaves a draft, and the next one begins again.
 */
@Component
class ExportWriting {

    private static final Logger log = LoggerFactory.getLogger(ExportWriting.class);

    private final Exports exports;
    private final ExportContents contents;
    private final StaffDirectory staff;
    private final Folders folders;

    ExportWriting(Exports exports, ExportContents contents, StaffDirectory staff, Folders folders) {
        this.exports = exports;
        this.contents = contents;
        this.staff = staff;
        this.folders = folders;
    }

    /** Writes what waits in an authority, and removes files whose day is over. */
    void write(Authority authority) {
        Caller service = Caller.service("verhuizing", authority);
        for (UUID gone : Callers.as(service, exports::expire)) {
            remove(folders.export(authority.id(), gone));
        }
        for (Export export : Callers.as(service, exports::waiting)) {
            Optional<Caller> asker = asker(authority, export, service);
            if (asker.isEmpty()) {
                Callers.run(service, () -> exports.failed(export.id()));
            } else {
                write(authority, export, asker.get());
            }
        }
    }

    private void write(Authority authority, Export export, Caller asker) {
        Path file = folders.export(authority.id(), export.id());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Export.Contents written;
            try (OutputStream out = Files.newOutputStream(draft);
                    var zip = new ZipOutputStream(out)) {
                written = Callers.as(asker, () -> contents.write(export.id(), zip));
            }
            Digest digest;
            try (var content = Files.newInputStream(draft)) {
                digest = Digest.of(content);
            }
            long size = Files.size(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            var whole =
                    new Export.Contents(
                            written.parties(), written.cases(), written.documents(), size);
            Callers.run(asker, () -> exports.ready(export.id(), whole, digest));
        } catch (IOException | RuntimeException failure) {
            // Also a damaged file: whoever asked is told, and asks again when it was put right.
            log.warn("An export was not written: {}", failure.getClass().getSimpleName());
            remove(draft);
            Callers.run(asker, () -> exports.failed(export.id()));
        }
    }

    /** The asker as he may act now; who may no longer take data out gets nothing. */
    private Optional<Caller> asker(Authority authority, Export export, Caller service) {
        var account = new AccountId(export.asked().by());
        Optional<Standing> standing =
                Callers.as(service, () -> staff.standingOf(account, authority.id()));
        return standing.filter(now -> now.permissions().contains(Permission.TRANSFER))
                .map(now -> {
                    var scope = new Caller.Scope(authority.id(), authority.group());
                    return Caller.employee(account, reading(now), scope, Purpose.ADMINISTRATION);
                });
    }

    private static Standing reading(Standing now) {
        Set<Permission> rights = EnumSet.copyOf(now.permissions());
        rights.add(Permission.PARTY_VIEW);
        rights.add(Permission.CASE_VIEW);
        return new Standing(
                now.employee(), now.name(), rights, now.units(), now.clearance(), now.until());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
