// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Questions and numbers: drawn, and the same again for the same seed. */
final class Chance {

    private final SplittableRandom random;
    private final List<String> questions = lines("questions.txt");

    Chance(int seed) {
        random = new SplittableRandom(seed);
    }

    /** What somebody asks: the subject, and the text. */
    String[] question() {
        String[] parts = pick(questions).split("\\|", 3);
        return new String[] {parts[1], parts[2]};
    }

    /** From 0 to below the bound. */
    int draw(int bound) {
        return random.nextInt(bound);
    }

    /** True this many times out of a hundred. */
    boolean happens(int percent) {
        return draw(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(draw(choices.size()));
    }

    /** A time-ordered id (RFC 9562, version 7) as the product makes them. */
    String id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | draw(1 << 12);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Chance.class.getResourceAsStream("/demo/" + file)) {
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
