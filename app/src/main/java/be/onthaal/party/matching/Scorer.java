// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** Weighs pairs of profiles by their place, with one model; not for more than one thread. */
final class Scorer {

    /** Beyond any sum of evidence, yet a number that can be added. */
    static final double SURE = 200;

    private final PairComparer comparer;
    private final Weights weights;
    private final Comparison pair = new Comparison();

    Scorer(PairComparer comparer, Weights weights) {
        this.comparer = comparer;
        this.weights = weights;
    }

    /** The logarithm of the odds that both are one person. */
    double logOdds(int a, int b) {
        comparer.compare(a, b, pair);
        return logOdds(weights, pair);
    }

    /** The comparison last made. */
    Comparison last() {
        return pair;
    }

    static double logOdds(Weights weights, Comparison pair) {
        return switch (pair.number()) {
            case SAME_PERSON -> SURE;
            case OTHER_PERSON -> -SURE;
            case SILENT -> weights.read(pair).person();
        };
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
