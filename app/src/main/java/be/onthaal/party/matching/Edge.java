// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** Two profiles by their places, with the logarithm of the odds that they are one person. */
record Edge(int first, int second, double logOdds) {

    MatchedPair named(Columns profiles, Settings settings) {
        return pair(profiles.id(first), profiles.id(second), logOdds, settings);
    }

    static MatchedPair pair(String first, String second, double logOdds, Settings settings) {
        return new MatchedPair(
                first,
                second,
                Scorer.probability(logOdds),
                logOdds / Math.log(2),
                verdict(logOdds, settings));
    }

    private static Verdict verdict(double logOdds, Settings settings) {
        if (logOdds == -Scorer.SURE) {
            return Verdict.NEVER;
        }
        if (logOdds >= settings.automaticLogOdds()) {
            return Verdict.SAME;
        }
        return logOdds >= settings.reviewLogOdds() ? Verdict.REVIEW : Verdict.OTHER;
    }
}
