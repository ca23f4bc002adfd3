// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What two people have in common by chance, from random pairs of profiles. */
final class Strangers {

    private static final int PARTS = 16;
    private static final int MOST = 300_000;
    private static final double UNSEEN = 0.5;

    private final Prepared profiles;
    private final SplittableRandom random;

    Strangers(Prepared profiles, long seed) {
        this.profiles = profiles;
        this.random = new SplittableRandom(seed);
    }

    /** The share of each level among the pairs of which both have the trait. */
    Map<Trait, Map<Level, Double>> levels() {
        long[][] counts = new long[Comparison.TRAITS][Level.COUNT];
        SplittableRandom[] seeds = new SplittableRandom[PARTS];
        for (int part = 0; part < PARTS; part++) {
            seeds[part] = random.split();
        }
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> counted(seeds[part]))
                .toList()
                .forEach(some -> add(some, counts));
        Map<Trait, Map<Level, Double>> levels = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            if (trait.ordinal() < Comparison.TRAITS) {
                levels.put(trait, shares(trait, counts[trait.ordinal()]));
            }
        }
        return levels;
    }

    private long[][] counted(SplittableRandom drawn) {
        long[][] counts = new long[Comparison.TRAITS][Level.COUNT];
        int size = profiles.size();
        if (size < 2) {
            return counts;
        }
        PairComparer comparer = profiles.comparer();
        var pair = new Comparison();
        long draws = Math.min(MOST, (long) size * (size - 1)) / PARTS + 1;
        for (long i = 0; i < draws; i++) {
            int a = drawn.nextInt(size);
            int b = drawn.nextInt(size);
            if (a != b) {
                comparer.compare(a, b, pair);
                for (int trait = 0; trait < Comparison.TRAITS; trait++) {
                    counts[trait][pair.level(trait)]++;
                }
            }
        }
        return counts;
    }

    private static void add(long[][] some, long[][] sum) {
        for (int trait = 0; trait < sum.length; trait++) {
            for (int level = 0; level < Level.COUNT; level++) {
                sum[trait][level] += some[trait][level];
            }
        }
    }

    private Map<Level, Double> shares(Trait trait, long[] counts) {
        double total = 0;
        for (int level = 1; level < Level.COUNT; level++) {
            total += counts[level] + UNSEEN;
        }
        Map<Level, Double> shares = new EnumMap<>(Level.class);
        for (int level = 1; level < Level.COUNT; level++) {
            shares.put(Level.of(level), (counts[level] + UNSEEN) / total);
        }
        if (trait != Trait.SEX) {
            shares.put(Level.EXACT, profiles.frequencies().of(trait).coincidence());
        }
        return shares;
    }
}
