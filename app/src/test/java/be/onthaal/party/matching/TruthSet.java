// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Profiles of which it is known who is who. */
record TruthSet(List<Profile> profiles, Map<String, String> people) {

    /** Which columns make up which trait; without the files a test is skipped, but not in CI. */
    static TruthSet read(String file, Map<Trait, List<String>> columns) {
        Optional<Path> found = find(file);
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared/data/matching is absent");
        }
        Assumptions.assumeTrue(found.isPresent(), "shared/data/matching is absent");
        List<String> lines = lines(found.orElseThrow());
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<Profile> profiles = new ArrayList<>();
        Map<String, String> people = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            profiles.add(profile(header, cells, columns));
            people.put(cells[0], cells[cells.length - 1]);
        }
        return new TruthSet(profiles, people);
    }

    private static Profile profile(
            List<String> header, String[] cells, Map<Trait, List<String>> columns) {
        Profile profile = Profile.of(cells[0]);
        for (Trait trait : Trait.values()) {
            String value =
                    columns.getOrDefault(trait, List.of()).stream()
                            .map(column -> cells[header.indexOf(column)])
                            .filter(cell -> !cell.isBlank())
                            .collect(Collectors.joining(trait == Trait.BIRTH_DATE ? "-" : " "));
            profile = profile.with(trait, value);
        }
        return profile;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String file) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path candidate = at.resolve("shared/data/matching").resolve(file);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
