// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.decisions.StandardDmn;
import be.onthaal.decisions.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The DMN Technology Compatibility Kit (dmn-tck/tck) through the port of the product: every folder
 * of the compliance levels, with the cases that pass and those that do not.
 */
final class TckRun {

    private final Path cases;

    /** A checkout of the kit, or any folder of folders with models and test cases. */
    TckRun(Path kit) {
        Path usual = kit.resolve("TestCases");
        this.cases = Files.isDirectory(usual) ? usual : kit;
    }

    /** How many cases of a folder pass. */
    record Score(String folder, int passed, int all, List<String> failures) {

        Score {
            failures = List.copyOf(failures);
        }
    }

    /** Runs all of it and prints each folder and the total. */
    void print() throws IOException {
        List<Score> scores = measure();
        for (Score score : scores) {
            System.out.printf("%-70s %5d of %5d%n", score.folder(), score.passed(), score.all());
            score.failures().forEach(failure -> System.out.println("    " + failure));
        }
        System.out.printf(
                "%-70s %5d of %5d%n",
                "DMN TCK",
                scores.stream().mapToInt(Score::passed).sum(),
                scores.stream().mapToInt(Score::all).sum());
    }

    List<Score> measure() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(cases)) {
            folders =
                    all.filter(Files::isDirectory)
                            .filter(folder -> !folder.toString().contains("non-compliant"))
                            .filter(folder -> !files(folder, ".dmn").isEmpty())
                            .sorted()
                            .toList();
        }
        List<Score> scores = new ArrayList<>();
        for (Path folder : folders) {
            scores.add(score(folder));
        }
        return scores;
    }

    private Score score(Path folder) throws IOException {
        int passed = 0;
        int all = 0;
        List<String> failures = new ArrayList<>();
        for (Path file : files(folder, ".xml")) {
            for (TckCase one : TckCase.in(file)) {
                all++;
                if (passes(folder, one)) {
                    passed++;
                } else {
                    failures.add(file.getFileName() + " " + one.id());
                }
            }
        }
        return new Score(cases.relativize(folder).toString(), passed, all, failures);
    }

    private static boolean passes(Path folder, TckCase one) throws IOException {
        if (one.unsupported()) {
            return false;
        }
        try {
            StandardDmn model = StandardDmn.of(texts(folder, one.model()));
            StandardDmn.Results results =
                    one.service().isPresent()
                            ? model.evaluateService(one.service().get(), one.inputs())
                            : model.evaluate(one.inputs());
            return one.expected().stream().allMatch(wanted -> fits(wanted, results));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean fits(TckCase.Expected wanted, StandardDmn.Results results) {
        Map<String, Value> values = results.values();
        Value got = values.getOrDefault(wanted.decision(), Value.UNKNOWN);
        return wanted.error()
                ? results.failed().contains(wanted.decision()) || got instanceof Value.Unknown
                : TckSame.same(wanted.value(), got);
    }

    /** The model that is asked first, and the others that it may import. */
    private static List<String> texts(Path folder, String model) throws IOException {
        List<String> texts = new ArrayList<>();
        texts.add(Files.readString(folder.resolve(model)));
        for (Path other : files(folder, ".dmn")) {
            if (!other.getFileName().toString().equals(model)) {
                texts.add(Files.readString(other));
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
