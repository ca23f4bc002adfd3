// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.configuration.Change;
import be.onthaal.configuration.Configurations;
import be.onthaal.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads the folder of each authority and brings it in. */
@Component
@EnableConfigurationProperties(ConfigurationSettings.class)
class ConfigurationFolder {

    private static final String SELF = "configuratie";
    private static final int MOST_FILES = 2_000;
    private static final long LARGEST = 4_000_000;
    private static final int DEEPEST = 2;

    private final Authorities authorities;
    private final Configurations configurations;
    private final Texts texts;
    private final ConfigurationSettings settings;

    ConfigurationFolder(
            Authorities authorities,
            Configurations configurations,
            Texts texts,
            ConfigurationSettings settings) {
        this.authorities = authorities;
        this.configurations = configurations;
        this.texts = texts;
        this.settings = settings;
    }

    /** Says of each file what it does; false when something was refused. */
    boolean bringIn(boolean forReal, Consumer<String> line) {
        boolean whole = true;
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            Path own = Path.of(settings.folder()).resolve(authority.slug());
            if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
                Map<String, String> files = files(own);
                List<Change> changes =
                        Callers.as(
                                Caller.service(SELF, authority),
                                () -> configurations.bringIn(files, forReal));
                changes.forEach(change -> line.accept(authority.slug() + ": " + told(change)));
                whole &= changes.stream().noneMatch(change -> change.kind() == Change.Kind.REFUSED);
            }
        }
        return whole;
    }

    private String told(Change change) {
        String kind = texts.in("nl").of("configuration." + change.kind().name());
        return change.file()
                + " "
                + kind
                + change.reason().map(reason -> " " + texts.in("nl").of(reason)).orElse("");
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            for (Path path : paths.limit(MOST_FILES).toList()) {
                boolean plain = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (plain && name.contains("/") && Files.size(path) <= LARGEST) {
                    found.put(name, Files.readString(path));
                }
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
