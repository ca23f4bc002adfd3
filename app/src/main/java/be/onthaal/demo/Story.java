// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** What can happen in the town: names and questions, drawn the same way at every start. */
final class Story {

    private static final long SEED = 2640;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final List<String> givenNames = lines("given-names.txt");
    private final List<String> familyNames = lines("family-names.txt");
    private final List<Question> questions =
            lines("questions.txt").stream().map(Question::of).toList();

    /** Something a customer asks. */
    record Question(String unit, String subject, String text) {

        static Question of(String line) {
            String[] parts = line.split("\\|", 3);
            return new Question(parts[0], parts[1], parts[2]);
        }
    }

    String name() {
        return pick(givenNames) + " " + pick(familyNames);
    }

    Question question() {
        return pick(questions);
    }

    /** A number from 0 to below the bound. */
    int draw(int bound) {
        return chance.nextInt(bound);
    }

    /** True this many times out of a hundred. */
    boolean happens(int percent) {
        return chance.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Story.class.getResourceAsStream("/demo/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("No " + file);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
