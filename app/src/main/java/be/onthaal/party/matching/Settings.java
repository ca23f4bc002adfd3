// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/**
 * How sure is sure enough; the same for every set of profiles.
 *
 * @param automatic from this probability on two profiles are of one person without anybody looking
 * @param review from this probability on somebody should look
 * @param largestBlock up to so many profiles under one key are all compared with each other
 * @param sample how many pairs the weights are learned from
 * @param seed where the drawing of random pairs starts, so that a second run gives the same
 */
public record Settings(double automatic, double review, int largestBlock, int sample, long seed) {

    public Settings {
        if (!(0 < review && review <= automatic && automatic < 1)) {
            throw new IllegalArgumentException("Thresholds lie between 0 and 1, review below");
        }
    }

    /** A wrong merge is worse than a missed one. */
    public static Settings standard() {
        return new Settings(0.8, 0.1, 40, 250_000, 20_260_101L);
    }

    double automaticLogOdds() {
        return Math.log(automatic / (1 - automatic));
    }

    double reviewLogOdds() {
        return Math.log(review / (1 - review));
    }
}
