// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.961",
        "dwayne, duane, 0.840",
        "dixon, dicksonx, 0.813",
        "jones, johnson, 0.832",
        "maes, maes, 1",
        "maes, bik, 0"
    })
    void jaroWinklerGivesTheFiguresOfTheLiterature(String a, String b, double expected) {
        assertThat(Similarity.jaroWinkler(a, b)).isCloseTo(expected, within(0.0006));
        assertThat(Similarity.jaroWinkler(b, a)).isCloseTo(expected, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({
        "peeters, peters, 1",
        "peeters, peetres, 1",
        "peeters, pieters, 1",
        "peeters, peetersx, 1",
        "peeters, petters, 1",
        "peeters, pietres, 2",
        "maes, bik, 4"
    })
    void aSlipIsALetterMoreLessOtherOrCrossed(String a, String b, int slips) {
        assertThat(Similarity.within(a, b, slips)).isTrue();
        assertThat(Similarity.within(b, a, slips)).isTrue();
        assertThat(Similarity.within(a, b, slips - 1)).isFalse();
    }

    @Test
    void slipsAreCountedAsBySlowAndPlainRecursion() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 3_000; i++) {
            String a = letters(random);
            String b = letters(random);
            int slips = slips(a, b);
            for (int limit = 0; limit < 7; limit++) {
                assertThat(Similarity.within(a, b, limit))
                        .as(a + " " + b + " " + limit)
                        .isEqualTo(slips <= limit);
            }
        }
    }

    private static String letters(SplittableRandom random) {
        var letters = new StringBuilder();
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }

    private static int slips(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int other = a.charAt(0) == b.charAt(0) ? 0 : 1;
        int least =
                Math.min(
                        slips(a.substring(1), b.substring(1)) + other,
                        Math.min(slips(a.substring(1), b), slips(a, b.substring(1))) + 1);
        boolean crossed =
                a.length() > 1
                        && b.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0);
        return crossed ? Math.min(least, slips(a.substring(2), b.substring(2)) + 1) : least;
    }
}
