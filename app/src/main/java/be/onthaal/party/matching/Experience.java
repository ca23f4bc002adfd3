// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.EnumMap;
import java.util.Map;

/** What is believed before anything is learned; worth a handful of pairs, so soon outweighed. */
final class Experience {

    static final double SAME_ADDRESS = 0.8;
    static final double HOUSEHOLD_ADDRESS = 0.8;

    /** How many pairs what is believed is worth. */
    static final double WORTH = 10;

    private static final Map<Trait, Map<Level, Double>> PEOPLE = people();
    private static final Map<Trait, Map<Level, Double>> HOUSEHOLDS = households();

    private Experience() {}

    static double people(Trait trait, Level level) {
        return WORTH * believed(PEOPLE, trait, level);
    }

    static double households(Trait trait, Level level) {
        return WORTH * believed(HOUSEHOLDS, trait, level);
    }

    private static double believed(Map<Trait, Map<Level, Double>> all, Trait trait, Level level) {
        return all.getOrDefault(trait, Map.of()).getOrDefault(level, 0.001);
    }

    /** Exact, near, similar, partial, swapped, different. */
    private static Map<Trait, Map<Level, Double>> people() {
        Map<Trait, Map<Level, Double>> all = new EnumMap<>(Trait.class);
        all.put(Trait.FAMILY_NAME, levels(0.84, 0.1, 0.02, 0.01, 0, 0.03));
        all.put(Trait.GIVEN_NAMES, levels(0.82, 0.1, 0.02, 0.04, 0, 0.02));
        all.put(Trait.BIRTH_DATE, levels(0.88, 0.04, 0.02, 0.02, 0.02, 0.02));
        all.put(Trait.NATIONAL_NUMBER, levels(0.9, 0.07, 0, 0, 0, 0.03));
        all.put(Trait.EMAIL, levels(0.7, 0.05, 0.05, 0, 0, 0.2));
        all.put(Trait.PHONE, levels(0.7, 0.05, 0, 0, 0, 0.25));
        all.put(Trait.SEX, levels(0.98, 0, 0, 0, 0, 0.02));
        all.putAll(address());
        return all;
    }

    private static Map<Trait, Map<Level, Double>> households() {
        Map<Trait, Map<Level, Double>> all = new EnumMap<>(Trait.class);
        all.put(Trait.FAMILY_NAME, levels(0.65, 0.05, 0.02, 0.01, 0, 0.27));
        all.put(Trait.BIRTH_DATE, levels(0.02, 0, 0, 0, 0, 0.98));
        all.put(Trait.EMAIL, levels(0.3, 0.02, 0.01, 0, 0, 0.67));
        all.put(Trait.PHONE, levels(0.4, 0.02, 0, 0, 0, 0.58));
        all.putAll(address());
        return all;
    }

    /** Of those who share the address. */
    private static Map<Trait, Map<Level, Double>> address() {
        return Map.of(
                Trait.STREET, levels(0.88, 0.1, 0, 0, 0, 0.02),
                Trait.HOUSE_NUMBER, levels(0.93, 0.04, 0, 0, 0, 0.03),
                Trait.POSTCODE, levels(0.88, 0.05, 0.02, 0.03, 0, 0.02));
    }

    private static Map<Level, Double> levels(double... shares) {
        Map<Level, Double> levels = new EnumMap<>(Level.class);
        for (int i = 0; i < shares.length; i++) {
            levels.put(Level.of(i + 1), Math.max(0.001, shares[i]));
        }
        return levels;
    }
}
