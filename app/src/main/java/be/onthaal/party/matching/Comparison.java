// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.Arrays;

/** How one pair of profiles agrees, trait by trait; written over for each pair to spare memory. */
final class Comparison {

    /** The traits that are compared; the municipality takes part under the postcode. */
    static final int TRAITS = Trait.POSTCODE.ordinal() + 1;

    static final int FIRST_OF_ADDRESS = Trait.STREET.ordinal();

    /** What a national number says by itself. */
    enum Number {
        SILENT,
        SAME_PERSON,
        OTHER_PERSON
    }

    private final int[] levels = new int[TRAITS];
    private final float[] rarities = new float[TRAITS];
    private final int[] counts = new int[TRAITS];
    private Number number = Number.SILENT;
    private boolean namesSwapped;

    void clear() {
        Arrays.fill(levels, 0);
        Arrays.fill(rarities, 0);
        Arrays.fill(counts, 0);
        number = Number.SILENT;
        namesSwapped = false;
    }

    void set(Trait trait, Level level) {
        levels[trait.ordinal()] = level.code();
    }

    /** With how much rarer the shared value is than the usual one, as a logarithm. */
    void set(Trait trait, Level level, float rarity, int count) {
        set(trait, level);
        rarities[trait.ordinal()] = rarity;
        counts[trait.ordinal()] = count;
    }

    void setNumber(Number says) {
        number = says;
    }

    void setNamesSwapped() {
        namesSwapped = true;
    }

    Level level(Trait trait) {
        return Level.of(levels[trait.ordinal()]);
    }

    int level(int trait) {
        return levels[trait];
    }

    float rarity(int trait) {
        return rarities[trait];
    }

    /** How many profiles have the value that both have; 0 when they have none in common. */
    int count(Trait trait) {
        return counts[trait.ordinal()];
    }

    Number number() {
        return number;
    }

    boolean namesSwapped() {
        return namesSwapped;
    }
}
