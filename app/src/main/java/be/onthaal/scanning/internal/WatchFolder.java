// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.OnthaalException;
import be.onthaal.documents.Upload;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.Stacks;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what scanners put in the folder of an authority and a unit. A file is kept first and put
 * aside after the commit; one that was kept before a crash is known by its bytes and only put
 * aside.
 */
@Component
class WatchFolder {

    private static final Logger log = LoggerFactory.getLogger(WatchFolder.class);
    private static final String SELF = "scanmap";
    private static final String TAKEN = "genomen";
    private static final String REFUSED = "geweigerd";
    private static final int AT_ONCE = 50;

    private final ScanSettings settings;
    private final Stacks stacks;
    private final Authorities authorities;
    private final Units units;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    WatchFolder(
            ScanSettings settings,
            Stacks stacks,
            Authorities authorities,
            Units units,
            Clock clock) {
        this.settings = settings;
        this.stacks = stacks;
        this.authorities = authorities;
        this.units = units;
        this.clock = clock;
    }

    /** How a file was when it was first seen like this. */
    private record Seen(long size, long changed, Instant since) {}

    /** Looks once; what is still being written waits for the next time. */
    synchronized void look() {
        if (settings.folder().isBlank()) {
            return;
        }
        Path root = Path.of(settings.folder());
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            Path own = root.resolve(authority.slug());
            if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try {
                Callers.call(
                        Caller.service(SELF, authority),
                        () -> {
                            look(own);
                            return true;
                        });
            } catch (IOException | RuntimeException failure) {
                log.warn("The scan folder of {} could not be read", authority.slug(), failure);
            }
        }
        seen.keySet().removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    private void look(Path own) throws IOException {
        List<Unit> open = units.list();
        for (Path scanner : folders(own)) {
            Optional<Unit> unit =
                    open.stream()
                            .filter(one -> plain(one.name()).equals(plain(scanner)))
                            .findFirst();
            if (unit.isEmpty()) {
                log.warn("No unit is called like the scan folder {}", scanner.getFileName());
                continue;
            }
            for (Path file : files(scanner)) {
                if (rests(file)) {
                    take(scanner, file, unit.get());
                }
            }
        }
    }

    private void take(Path scanner, Path file, Unit unit) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            stacks.take(
                    ScanStack.Origin.FOLDER,
                    unit.id(),
                    Confidentiality.INTERNAL,
                    new Upload(
                            name,
                            Files.size(file),
                            () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
        } catch (OnthaalException refused) {
            log.warn("A scan of {} was refused: {}", unit.name(), refused.code());
            aside(scanner.resolve(REFUSED), file);
            return;
        }
        aside(scanner.resolve(TAKEN), file);
    }

    private static void aside(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        String name = String.valueOf(file.getFileName());
        Path there = folder.resolve(name);
        for (int again = 2; Files.exists(there, LinkOption.NOFOLLOW_LINKS); again++) {
            there = folder.resolve(again + "-" + name);
        }
        try {
            Files.move(file, there, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(file, there);
        }
    }

    /** Whether it stayed as it is for a while. */
    private boolean rests(Path file) throws IOException {
        Instant now = clock.instant();
        long size = Files.size(file);
        long changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
        Seen before = seen.get(file);
        if (before == null || before.size() != size || before.changed() != changed) {
            seen.put(file, new Seen(size, changed, now));
            return settings.settled().isZero();
        }
        return !before.since().plus(settings.settled()).isAfter(now);
    }

    private static List<Path> folders(Path own) throws IOException {
        try (Stream<Path> all = Files.list(own)) {
            return all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path scanner) throws IOException {
        try (Stream<Path> all = Files.list(scanner)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .limit(AT_ONCE)
                    .toList();
        }
    }

    private static String plain(Path folder) {
        return plain(String.valueOf(folder.getFileName()));
    }

    /** Small letters and figures, so that a folder may be called like a unit. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
