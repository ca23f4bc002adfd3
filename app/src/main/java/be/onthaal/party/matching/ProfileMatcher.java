// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the profiles that are of one person among many; a new one is for {@link ProfileJudge}. */
public final class ProfileMatcher {

    /** Room for two million profiles beside their keys. */
    private static final int PLACE_BITS = 21;

    /** Always the same parts, whatever the number of processors, so that sums come out the same. */
    private static final int PARTS = 64;

    private final Settings settings;

    public ProfileMatcher(Settings settings) {
        this.settings = settings;
    }

    /**
     * Learns from the profiles and finds who among them is the same.
     *
     * @param all read once, so that they need not all be in memory; each key once
     * @param decided pairs of which somebody said that they are two people
     */
    public Matching match(Iterator<Profile> all, Collection<NeverSame> decided) {
        Columns profiles = Columns.of(all, PLACE_BITS);
        Prepared prepared = Prepared.of(profiles);
        long[] pairs = Candidates.of(profiles, PLACE_BITS, settings.largestBlock());
        Model model = learn(prepared, pairs);
        var weights = new Weights(model);
        Set<Long> never = places(profiles, decided);
        List<Edge> edges = edges(prepared, weights, pairs);
        edges.removeIf(edge -> never.contains(Candidates.pair(edge.first(), edge.second())));
        var clusters =
                new Clusters(
                        profiles, prepared.scorer(weights), never, settings.automaticLogOdds());
        edges.stream()
                .takeWhile(edge -> edge.logOdds() >= settings.automaticLogOdds())
                .forEach(edge -> clusters.offer(edge.first(), edge.second()));
        return new Matching(
                model,
                edges.stream().map(edge -> edge.named(profiles, settings)).toList(),
                clusters.toList());
    }

    private Model learn(Prepared prepared, long[] pairs) {
        var strangers = new Strangers(prepared, settings.seed()).levels();
        int step = Math.max(1, pairs.length / settings.sample());
        int count = (pairs.length + step - 1) / step;
        Comparison[] sample = new Comparison[count];
        IntStream.range(0, PARTS)
                .parallel()
                .forEach(part -> {
                    PairComparer comparer = prepared.comparer();
                    int until = end(count, part);
                    for (int i = end(count, part - 1); i < until; i++) {
                        sample[i] = comparer.compare(pairs[i * step]);
                    }
                });
        double size = prepared.size();
        double allPairs = Math.max(1, size * (size - 1) / 2);
        return new Training(List.of(sample), step, allPairs, strangers)
                .learn(prepared.size(), Frequencies.learned(prepared.profiles()));
    }

    /** The pairs that are sure or should be looked at, the surest first. */
    private List<Edge> edges(Prepared prepared, Weights weights, long[] pairs) {
        List<Edge> edges = new ArrayList<>();
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> edges(prepared.profiles(), prepared.scorer(weights), pairs, part))
                .toList()
                .forEach(edges::addAll);
        edges.sort(Comparator.comparingDouble(Edge::logOdds).reversed());
        return edges;
    }

    private List<Edge> edges(Columns profiles, Scorer scorer, long[] pairs, int part) {
        List<Edge> found = new ArrayList<>();
        int until = end(pairs.length, part);
        for (int i = end(pairs.length, part - 1); i < until; i++) {
            int first = Candidates.first(pairs[i]);
            int second = Candidates.second(pairs[i]);
            if (profiles.areTwo(first, second)) {
                continue;
            }
            double logOdds = scorer.logOdds(first, second);
            if (logOdds >= settings.reviewLogOdds()) {
                found.add(new Edge(first, second, logOdds));
            }
        }
        return found;
    }

    private static int end(int size, int part) {
        return (int) ((long) size * (part + 1) / PARTS);
    }

    private static Set<Long> places(Columns profiles, Collection<NeverSame> decided) {
        if (decided.isEmpty()) {
            return Set.of();
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            places.put(profiles.id(i), i);
        }
        Set<Long> never = new HashSet<>();
        for (NeverSame pair : decided) {
            int first = places.getOrDefault(pair.first(), -1);
            int second = places.getOrDefault(pair.second(), -1);
            if (first >= 0 && second >= 0) {
                never.add(Candidates.pair(first, second));
            }
        }
        return never;
    }
}
