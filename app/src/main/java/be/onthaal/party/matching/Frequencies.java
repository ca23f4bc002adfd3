// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How common each value is: that two people are both called Janssens says less than that both are
 * called Oostken (Newcombe 1959; Winkler 1989).
 */
final class Frequencies {

    /** Two of one value may be one person; from three on we know that it is shared. */
    private static final int LEAST = 2;

    private final Map<Trait, Column> columns;

    private Frequencies(Map<Trait, Column> columns) {
        this.columns = columns;
    }

    /** Of one trait: the counts per value, and how likely two strangers have the same. */
    record Column(int[] counts, float[] rarities, double coincidence) {}

    /** Counts of the profiles at hand. */
    static Frequencies of(Columns profiles) {
        Map<Trait, Column> columns = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            columns.put(trait, counted(trait, values(profiles, trait)));
        }
        return new Frequencies(columns);
    }

    /** Counts that were learned before, for other profiles. */
    static Frequencies of(Columns profiles, Map<Trait, Model.Commonness> learned) {
        Map<Trait, Column> columns = new EnumMap<>(Trait.class);
        learned.forEach((trait, known) -> {
            Values values = values(profiles, trait);
            IntUnaryOperator count = code -> known.counts().getOrDefault(values.text(code), LEAST);
            columns.put(trait, column(values.size(), count, known.total(), known.coincidence()));
        });
        return new Frequencies(columns);
    }

    Column of(Trait trait) {
        return columns.getOrDefault(trait, new Column(new int[1], new float[1], 1));
    }

    /** What a model remembers: only values that more than two profiles have. */
    static Map<Trait, Model.Commonness> learned(Columns profiles) {
        Map<Trait, Model.Commonness> learned = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            Values values = values(profiles, trait);
            Map<String, Integer> counts = new HashMap<>();
            for (int code = 1; code < values.size(); code++) {
                if (values.count(code) > LEAST) {
                    counts.put(values.text(code), values.count(code));
                }
            }
            long total = total(trait, values);
            learned.put(trait, new Model.Commonness(total, coincidence(values, total), counts));
        }
        return learned;
    }

    private static Column counted(Trait trait, Values values) {
        long total = total(trait, values);
        IntUnaryOperator count = code -> Math.max(LEAST, values.count(code));
        return column(values.size(), count, total, coincidence(values, total));
    }

    private static Column column(int size, IntUnaryOperator count, long total, double coincidence) {
        int[] counts = new int[size];
        float[] rarities = new float[size];
        for (int code = 1; code < size; code++) {
            counts[code] = count.applyAsInt(code);
            rarities[code] = (float) Math.log(coincidence * total / counts[code]);
        }
        return new Column(counts, rarities, coincidence);
    }

    /** How many profiles have some value; those of names count for the family and the given one. */
    private static long total(Trait trait, Values values) {
        long total = 0;
        for (int code = 1; code < values.size(); code++) {
            total += values.count(code);
        }
        boolean twice = trait == Trait.FAMILY_NAME || trait == Trait.GIVEN_NAMES;
        return Math.max(1, twice ? total / 2 : total);
    }

    private static double coincidence(Values values, long total) {
        double sum = 0;
        for (int code = 1; code < values.size(); code++) {
            double share = (double) Math.max(LEAST, values.count(code)) / total;
            sum += share * values.count(code) / total;
        }
        return Math.clamp(sum, 1e-9, 1);
    }

    private static Values values(Columns profiles, Trait trait) {
        return switch (trait) {
            case FAMILY_NAME, GIVEN_NAMES -> profiles.values(Columns.FAMILY);
            case BIRTH_DATE -> profiles.values(Columns.DATE);
            case NATIONAL_NUMBER -> profiles.values(Columns.NUMBER);
            case EMAIL -> profiles.values(Columns.EMAIL);
            case PHONE -> profiles.phones();
            case SEX -> profiles.values(Columns.SEX);
            case STREET -> profiles.values(Columns.STREET);
            case HOUSE_NUMBER -> profiles.values(Columns.HOUSE_NUMBER);
            case POSTCODE -> profiles.values(Columns.POSTCODE);
            case MUNICIPALITY -> profiles.values(Columns.MUNICIPALITY);
        };
    }
}
