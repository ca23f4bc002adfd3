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

/** Finds the profiles that are of one person. */
public final class ProfileMatcher {

    private static final int KEY_BITS = 21;
    private static final int PARTS = 64;

    private final Settings settings;

    public ProfileMatcher(Settings settings) {
        this.settings = settings;
    }

    private record Edge(int first, int second, double logOdds) {}

    /** Learns from the profiles and finds who among them is the same. */
    public Matching match(Iterator<Profile> all, Collection<NeverSame> decided) {
        Columns profiles = Columns.of(all, KEY_BITS);
        Frequencies frequencies = Frequencies.of(profiles);
        long[] pairs = Candidates.of(profiles, KEY_BITS, settings.largestBlock());
        Model model = learn(profiles, frequencies, pairs);
        var weights = new Weights(model);
        Set<Long> never = places(profiles, decided);
        List<Edge> edges = edges(profiles, frequencies, weights, pairs, never);
        var scorer = new Scorer(profiles, frequencies, weights);
        var clusters =
                new Clusters(profiles, scorer, never, settings.automaticLogOdds());
        for (Edge edge : edges) {
            if (edge.logOdds() >= settings.automaticLogOdds()) {
                clusters.offer(edge.first(), edge.second());
            }
        }
        List<MatchedPair> matched = edges.stream().map(edge -> pair(profiles, edge)).toList();
        return new Matching(model, matched, clusters.toList());
    }

    private Model learn(Columns profiles, Frequencies frequencies, long[] pairs) {
        var strangers = new Strangers(profiles, frequencies, settings.seed()).levels();
        int step = Math.max(1, pairs.length / settings.sample());
        int count = (pairs.length + step - 1) / step;
        Comparison[] sample = new Comparison[count];
        IntStream.range(0, PARTS)
                .parallel()
                .forEach(
                        part -> {
                            var comparer = new PairComparer(profiles, frequencies);
                            int until = (int) ((long) count * (part + 1) / PARTS);
                            for (int i = (int) ((long) count * part / PARTS); i < until; i++) {
                                long pair = pairs[i * step];
                                sample[i] = new Comparison();
                                comparer.compare(
                                        Candidates.first(pair),
                                        Candidates.second(pair),
                                        sample[i]);
                            }
                        });
        double size = profiles.size();
        double allPairs = Math.max(1, size * (size - 1) / 2);
        return new Training(List.of(sample), step, allPairs, strangers)
                .learn(profiles.size(), Frequencies.learned(profiles));
    }

    private List<Edge> edges(
            Columns profiles,
            Frequencies frequencies,
            Weights weights,
            long[] pairs,
            Set<Long> never) {
        List<Edge> edges = new ArrayList<>();
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(
                        part -> {
                            var scorer = new Scorer(profiles, frequencies, weights);
                            List<Edge> found = new ArrayList<>();
                            int until = (int) ((long) pairs.length * (part + 1) / PARTS);
                            int from = (int) ((long) pairs.length * part / PARTS);
                            for (int i = from; i < until; i++) {
                                int a = Candidates.first(pairs[i]);
                                int b = Candidates.second(pairs[i]);
                                double logOdds = scorer.logOdds(a, b);
                                if (logOdds >= settings.reviewLogOdds()
                                        && !never.contains(pairs[i])) {
                                    found.add(new Edge(a, b, logOdds));
                                }
                            }
                            return found;
                        })
                .toList()
                .forEach(edges::addAll);
        edges.sort(Comparator.comparingDouble(Edge::logOdds).reversed());
        return edges;
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
            if (places.containsKey(pair.first()) && places.containsKey(pair.second())) {
                never.add(
                        Candidates.pair(places.get(pair.first()), places.get(pair.second())));
            }
        }
        return never;
    }

    private MatchedPair pair(Columns profiles, Edge edge) {
        double probability = Scorer.probability(edge.logOdds());
        Verdict verdict = probability >= settings.automatic() ? Verdict.SAME : Verdict.REVIEW;
        return new MatchedPair(
                profiles.id(edge.first()),
                profiles.id(edge.second()),
                probability,
                edge.logOdds() / Math.log(2),
                verdict);
    }
}
