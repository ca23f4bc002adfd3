// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** The compared pairs, each counted for as much as it is believed to be one person, or a family. */
final class Tally {

    /** Odds that change nothing in the sums. */
    private static final double HOPELESS = -12;

    private final double[][] people = new double[Comparison.TRAITS][Level.COUNT];
    private final double[][] households = new double[Comparison.TRAITS][Level.COUNT];
    double allPeople;
    double allHouseholds;
    private double settled = Experience.WORTH * Experience.SAME_ADDRESS;
    private double moved = Experience.WORTH * (1 - Experience.SAME_ADDRESS);
    private double homes = Experience.WORTH * Experience.HOUSEHOLD_ADDRESS;
    private double apart = Experience.WORTH * (1 - Experience.HOUSEHOLD_ADDRESS);

    /** A national number that both have, or that differs, settles what the pair is. */
    void add(Weights weights, Comparison pair) {
        Weights.Reading reading = weights.read(pair);
        if (reading.person() < HOPELESS
                && reading.household() < HOPELESS
                && pair.number() == Comparison.Number.SILENT) {
            return;
        }
        double household = Scorer.probability(reading.household());
        double person =
                switch (pair.number()) {
                    case SAME_PERSON -> 1;
                    case OTHER_PERSON -> 0;
                    case SILENT -> Scorer.probability(reading.person());
                };
        add(reading, pair, person, household * (1 - person));
    }

    private void add(Weights.Reading reading, Comparison pair, double person, double household) {
        allPeople += person;
        allHouseholds += household;
        for (int trait = 0; trait < Comparison.FIRST_OF_ADDRESS; trait++) {
            people[trait][pair.level(trait)] += person;
            households[trait][pair.level(trait)] += household;
        }
        if (!hasAddress(pair)) {
            return;
        }
        double stayed = person * reading.personStayed();
        double home = household * reading.householdStayed();
        settled += stayed;
        moved += person - stayed;
        homes += home;
        apart += household - home;
        for (int trait = Comparison.FIRST_OF_ADDRESS; trait < Comparison.TRAITS; trait++) {
            people[trait][pair.level(trait)] += stayed + home;
            households[trait][pair.level(trait)] += stayed + home;
        }
    }

    private static boolean hasAddress(Comparison pair) {
        return pair.level(Trait.STREET) != Level.ABSENT
                || pair.level(Trait.HOUSE_NUMBER) != Level.ABSENT
                || pair.level(Trait.POSTCODE) != Level.ABSENT;
    }

    void add(Tally other) {
        allPeople += other.allPeople;
        allHouseholds += other.allHouseholds;
        Tally none = new Tally();
        settled += other.settled - none.settled;
        moved += other.moved - none.moved;
        homes += other.homes - none.homes;
        apart += other.apart - none.apart;
        for (int trait = 0; trait < Comparison.TRAITS; trait++) {
            for (int level = 0; level < Level.COUNT; level++) {
                people[trait][level] += other.people[trait][level];
                households[trait][level] += other.households[trait][level];
            }
        }
    }

    double people(Trait trait, Level level) {
        return people[trait.ordinal()][level.code()] + Experience.people(trait, level);
    }

    double households(Trait trait, Level level) {
        return households[trait.ordinal()][level.code()] + Experience.households(trait, level);
    }

    /** Of all levels that say something. */
    double people(Trait trait) {
        double sum = 0;
        for (int level = 1; level < Level.COUNT; level++) {
            sum += people(trait, Level.of(level));
        }
        return sum;
    }

    double households(Trait trait) {
        double sum = 0;
        for (int level = 1; level < Level.COUNT; level++) {
            sum += households(trait, Level.of(level));
        }
        return sum;
    }

    double sameAddress() {
        return Math.clamp(settled / (settled + moved), 0.01, 0.99);
    }

    double householdAddress() {
        return Math.clamp(homes / (homes + apart), 0.01, 0.99);
    }
}
