// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import be.onthaal.party.matching.Model.Chance;
import java.util.Map;

/**
 * The evidence of a comparison, as logarithms of likelihood ratios against strangers.
 *
 * <p>The parts of an address stand or fall together, since who moves changes them all: one person
 * either still has the address, and then each part agrees but for mistakes, or moved, and then each
 * part agrees as with a stranger.
 */
final class Weights {

    /** How often two of one household were born on one day; a fraction more than nature has. */
    private static final double FEWEST_TWINS = 0.02;

    private static final double MOST_TWINS = 0.2;
    private static final double NEGLIGIBLE = 30;
    private static final int LEVELS = Level.COUNT;

    private final double[] person = new double[Comparison.TRAITS * LEVELS];
    private final double[] household = new double[Comparison.TRAITS * LEVELS];
    private final double personPrior;
    private final double householdPrior;
    private final double sameAddress;
    private final double householdAddress;
    private final double exactBirth;
    private final double twins;

    Weights(Model model) {
        personPrior = Math.log(model.personRate());
        householdPrior = Math.log(model.householdRate());
        sameAddress = model.sameAddress();
        householdAddress = model.householdAddress();
        model.chances().forEach(this::learn);
        Chance birth = exactBirth(model);
        exactBirth = birth.strangers();
        twins = Math.clamp(birth.household(), FEWEST_TWINS, MOST_TWINS);
    }

    private void learn(Trait trait, Map<Level, Chance> chances) {
        chances.forEach((level, chance) -> {
            int at = trait.ordinal() * LEVELS + level.code();
            person[at] = Math.log(chance.person() / chance.strangers());
            household[at] = Math.log(chance.household() / chance.strangers());
        });
    }

    private static Chance exactBirth(Model model) {
        return model.chances()
                .getOrDefault(Trait.BIRTH_DATE, Map.of())
                .getOrDefault(Level.EXACT, new Chance(1, FEWEST_TWINS, 1));
    }

    /**
     * What a pair may be, as logarithms of odds, and how likely an address was kept in each case.
     *
     * @param person one person, against strangers and a household
     * @param household two of one household, against strangers
     */
    record Reading(double person, double household, double personStayed, double householdStayed) {}

    Reading read(Comparison pair) {
        double address = Math.exp(addressRatio(pair));
        double same = sameAddress * address;
        double home = householdAddress * address;
        double household =
                householdPrior + householdTraits(pair) + Math.log(home + 1 - householdAddress);
        double person = personPrior + personTraits(pair) + Math.log(same + 1 - sameAddress);
        return new Reading(
                person - log1pExp(household),
                household,
                same / (same + 1 - sameAddress),
                home / (home + 1 - householdAddress));
    }

    /** What the household takes off the evidence for one person. */
    double householdWeight(Comparison pair) {
        return -log1pExp(read(pair).household());
    }

    double prior() {
        return personPrior;
    }

    /** What one trait says for one person; a part of the address says what it adds. */
    double weight(Comparison pair, Trait trait) {
        int at = trait.ordinal();
        if (at < Comparison.FIRST_OF_ADDRESS) {
            return ratio(person, pair, at);
        }
        double before = 0;
        for (int part = Comparison.FIRST_OF_ADDRESS; part < at; part++) {
            before += ratio(person, pair, part);
        }
        double after = before + ratio(person, pair, at);
        return together(sameAddress, after) - together(sameAddress, before);
    }

    private double personTraits(Comparison pair) {
        double sum = 0;
        for (int trait = 0; trait < Comparison.FIRST_OF_ADDRESS; trait++) {
            sum += ratio(person, pair, trait);
        }
        return sum;
    }

    /** A household shares a name, a telephone, an e-mail address; the rest is each his own. */
    private double householdTraits(Comparison pair) {
        double sum =
                ratio(household, pair, Trait.FAMILY_NAME.ordinal())
                        + ratio(household, pair, Trait.EMAIL.ordinal())
                        + ratio(household, pair, Trait.PHONE.ordinal());
        Level birth = pair.level(Trait.BIRTH_DATE);
        if (birth == Level.ABSENT) {
            return sum;
        }
        if (birth != Level.EXACT) {
            return sum + Math.log(1 - twins);
        }
        double rarity = Math.exp(pair.rarity(Trait.BIRTH_DATE.ordinal()));
        return sum + Math.log(1 - twins + twins * rarity / exactBirth);
    }

    private double addressRatio(Comparison pair) {
        double sum = 0;
        for (int part = Comparison.FIRST_OF_ADDRESS; part < Comparison.TRAITS; part++) {
            sum += ratio(person, pair, part);
        }
        return sum;
    }

    private static double ratio(double[] logs, Comparison pair, int trait) {
        return logs[trait * LEVELS + pair.level(trait)] + pair.rarity(trait);
    }

    private static double together(double share, double ratio) {
        return Math.log(share * Math.exp(ratio) + 1 - share);
    }

    static double log1pExp(double x) {
        if (x < -NEGLIGIBLE) {
            return 0;
        }
        return x > NEGLIGIBLE ? x : Math.log1p(Math.exp(x));
    }
}
