// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final int PAIRS = 60_000;
    private static final double RATE = 0.05;
    private static final List<Trait> TRAITS =
            List.of(Trait.FAMILY_NAME, Trait.GIVEN_NAMES, Trait.BIRTH_DATE, Trait.NATIONAL_NUMBER);
    private static final Map<Level, Double> PERSON =
            Map.of(Level.EXACT, 0.8, Level.NEAR, 0.15, Level.DIFFERENT, 0.05);
    private static final Map<Level, Double> STRANGERS =
            Map.of(Level.EXACT, 0.01, Level.NEAR, 0.02, Level.DIFFERENT, 0.97);

    @Test
    void whatIsLearnedIsWhatThePairsWereMadeWith() {
        Model model = learned();

        assertThat(model.personRate()).isCloseTo(RATE, within(0.003));
        for (Trait trait : TRAITS) {
            PERSON.forEach((level, share) ->
                    assertThat(chance(model, trait, level).person())
                            .isCloseTo(share, within(0.02)));
        }
    }

    @Test
    void theOddsAreThoseOfBayesCountedOut() {
        Model model = learned();
        var weights = new Weights(model);
        for (Level family : PERSON.keySet()) {
            for (Level given : PERSON.keySet()) {
                Comparison pair = new Comparison();
                pair.set(Trait.FAMILY_NAME, family);
                pair.set(Trait.GIVEN_NAMES, given);

                assertThat(Math.exp(weights.read(pair).person()))
                        .isCloseTo(odds(model, family, given), within(1e-9));
            }
        }
    }

    /** One person, against strangers and a household that has the family name in common. */
    private static double odds(Model model, Level family, Level given) {
        Model.Chance name = chance(model, Trait.FAMILY_NAME, family);
        Model.Chance first = chance(model, Trait.GIVEN_NAMES, given);
        double person = model.personRate() * name.person() * first.person();
        double strangers = name.strangers() * first.strangers();
        double household = model.householdRate() * name.household() * first.strangers();
        return person / (strangers + household);
    }

    private static Model.Chance chance(Model model, Trait trait, Level level) {
        return model.chances().getOrDefault(trait, Map.of()).get(level);
    }

    private static Model learned() {
        var random = new SplittableRandom(3);
        List<Comparison> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean person = random.nextDouble() < RATE;
            Comparison pair = new Comparison();
            TRAITS.forEach(trait -> pair.set(trait, drawn(random, person ? PERSON : STRANGERS)));
            pairs.add(pair);
        }
        Map<Trait, Map<Level, Double>> strangers =
                Map.of(
                        Trait.FAMILY_NAME, STRANGERS,
                        Trait.GIVEN_NAMES, STRANGERS,
                        Trait.BIRTH_DATE, STRANGERS,
                        Trait.NATIONAL_NUMBER, STRANGERS);
        return new Training(pairs, 1, PAIRS, strangers).learn(1_000, Map.of());
    }

    private static Level drawn(SplittableRandom random, Map<Level, Double> shares) {
        double left = random.nextDouble();
        for (Level level : List.of(Level.EXACT, Level.NEAR)) {
            left -= shares.getOrDefault(level, 0.0);
            if (left < 0) {
                return level;
            }
        }
        return Level.DIFFERENT;
    }
}
