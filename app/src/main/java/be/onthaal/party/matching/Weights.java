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

    /** How often two of one household were born on one day; about one birth in sixty is of twins. */
    private static final double TWINS = 0.02;

    private static final int LEVELS = Level.COUNT;

    private final double[] person = new double[Comparison.TRAITS * LEVELS];
    private final double[] household = new double[Comparison.TRAITS * LEVELS];
    private final double personPrior;
    private final double householdPrior;
    private final double sameAddress;
    private final double householdAddress;
    private final double exactBirth;

    Weights(Model model) {
        personPrior = Math.log(model.personRate());
        householdPrior = Math.log(model.householdRate());
        sameAddress = model.sameAddress();
        householdAddress = model.householdAddress();
        model.chances().forEach(this::learn);
        exactBirth = chance(model, Trait.BIRTH_DATE, Level.EXACT).strangers();
    }

    private void learn(Trait trait, Map<Level, Chance> chances) {
        chances.forEach(
                (level, chance) -> {
                    int at = trait.ordinal() * LEVELS + level.code();
                    person[at] = Math.log(chance.person() / chance.strangers());
                    household[at] = Math.log(chance.household() / chance.strangers());
                });
    }

    private static Chance chance(Model model, Trait trait, Level level) {
        return model.chances()
                .getOrDefault(trait, Map.of())
                .getOrDefault(level, new Chance(1, 1, 1));
    }

    /** The logarithm of the odds that both are one person, against strangers and household. */
    double logOdds(Comparison pair) {
        double address = together(sameAddress, addressRatio(pair));
        return personPrior + personTraits(pair) + address - log1pExp(householdLogOdds(pair));
    }

    /** The logarithm of the odds that both are of one household, against strangers alone. */
    double householdLogOdds(Comparison pair) {
        return householdPrior
                + householdTraits(pair)
                + together(householdAddress, addressRatio(pair));
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
        double coincidence =
                exactBirth / Math.exp(pair.rarity(Trait.BIRTH_DATE.ordinal()));
        return sum + Math.log(1 - TWINS + (birth == Level.EXACT ? TWINS / coincidence : 0));
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

    /** How likely it is that one person did not move, having the addresses of both profiles. */
    double personStayed(Comparison pair) {
        return shared(sameAddress, addressRatio(pair));
    }

    /** How likely it is that both profiles of a household have its address. */
    double householdStayed(Comparison pair) {
        return shared(householdAddress, addressRatio(pair));
    }

    private static double shared(double share, double ratio) {
        double odds = share * Math.exp(ratio);
        return odds / (odds + 1 - share);
    }

    private static double together(double share, double ratio) {
        return Math.log(share * Math.exp(ratio) + 1 - share);
    }

    static double log1pExp(double x) {
        return x > 30 ? x : Math.log1p(Math.exp(x));
    }
}
