// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import be.onthaal.party.matching.Model.Chance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns the weights without examples, by expectation-maximisation (Dempster, Laird and Rubin 1977;
 * Winkler 1988): weigh the pairs with what is believed, correct the belief by the weighed pairs.
 *
 * <p>Pairs outside the blocks count as strangers. What strangers have in common comes from random
 * pairs and from the counts of values, and is not corrected.
 */
final class Training {

    private static final int ROUNDS = 25;
    private static final int PARTS = 16;
    private static final double ENOUGH = 1e-4;
    private static final double FEWEST_RATE = 1e-15;

    private final List<Comparison> pairs;
    private final double scale;
    private final double allPairs;
    private final Map<Trait, Map<Level, Double>> strangers;

    /**
     * @param pairs compared pairs, or a sample of them
     * @param scale how many compared pairs each of these stands for
     */
    Training(
            List<Comparison> pairs,
            double scale,
            double allPairs,
            Map<Trait, Map<Level, Double>> strangers) {
        this.pairs = pairs;
        this.scale = scale;
        this.allPairs = allPairs;
        this.strangers = strangers;
    }

    Model learn(long profiles, Map<Trait, Model.Commonness> commonness) {
        Model model = start(profiles, commonness);
        for (int round = 0; round < ROUNDS; round++) {
            Model better = improve(model);
            double change = Math.abs(Math.log(better.personRate() / model.personRate()));
            model = better;
            if (change < ENOUGH) {
                break;
            }
        }
        return model;
    }

    private Model start(long profiles, Map<Trait, Model.Commonness> commonness) {
        double rate = Math.max(FEWEST_RATE, 0.2 * profiles / allPairs);
        return new Model(
                profiles,
                rate,
                rate / 5,
                Experience.SAME_ADDRESS,
                Experience.HOUSEHOLD_ADDRESS,
                chances(new Tally()),
                commonness);
    }

    private Model improve(Model model) {
        var weights = new Weights(model);
        Tally sum = new Tally();
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> weighed(weights, part))
                .toList()
                .forEach(sum::add);
        return new Model(
                model.profiles(),
                Math.max(FEWEST_RATE, sum.allPeople * scale / allPairs),
                Math.max(FEWEST_RATE, sum.allHouseholds * scale / allPairs),
                sum.sameAddress(),
                sum.householdAddress(),
                chances(sum),
                model.commonness());
    }

    private Tally weighed(Weights weights, int part) {
        var tally = new Tally();
        int from = (int) ((long) pairs.size() * part / PARTS);
        int until = (int) ((long) pairs.size() * (part + 1) / PARTS);
        for (Comparison pair : pairs.subList(from, until)) {
            tally.add(weights, pair);
        }
        return tally;
    }

    private Map<Trait, Map<Level, Chance>> chances(Tally tally) {
        Map<Trait, Map<Level, Chance>> chances = new EnumMap<>(Trait.class);
        strangers.forEach((trait, levels) -> chances.put(trait, chances(trait, levels, tally)));
        return chances;
    }

    private static Map<Level, Chance> chances(
            Trait trait, Map<Level, Double> strangers, Tally tally) {
        Map<Level, Chance> chances = new EnumMap<>(Level.class);
        double people = tally.people(trait);
        double households = tally.households(trait);
        strangers.forEach((level, u) -> {
            boolean silent = trait == Trait.EMAIL && level == Level.PARTIAL;
            double m = tally.people(trait, level) / people;
            double h = tally.households(trait, level) / households;
            chances.put(level, silent ? new Chance(u, u, u) : new Chance(m, h, u));
        });
        return Map.copyOf(chances);
    }
}
