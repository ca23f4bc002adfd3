// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Judges single pairs with a model that was learned before, at the counter or by night. */
public final class ProfileJudge {

    private static final double LOG_2 = Math.log(2);

    /** One in ten who are written down is known already, however clean what it was learned from. */
    private static final double KNOWN_ALREADY = 0.1;

    private final Model model;
    private final Settings settings;
    private final Weights weights;

    public ProfileJudge(Model model, Settings settings) {
        this.model = model.expecting(KNOWN_ALREADY / Math.max(1, model.profiles()));
        this.settings = settings;
        this.weights = new Weights(this.model);
    }

    /** The profile against each of the others, such as those that share a key; likeliest first. */
    public List<MatchedPair> compare(Profile profile, Collection<Profile> others) {
        Prepared prepared = prepare(Stream.concat(Stream.of(profile), others.stream()));
        Scorer scorer = prepared.scorer(weights);
        List<MatchedPair> pairs = new ArrayList<>();
        for (int other = 1; other < prepared.size(); other++) {
            var edge = new Edge(0, other, scorer.logOdds(0, other));
            pairs.add(edge.named(prepared.profiles(), settings));
        }
        pairs.sort(Comparator.comparingDouble(MatchedPair::weight).reversed());
        return List.copyOf(pairs);
    }

    /** Why two profiles are, or are not, of one person. */
    public Explanation explain(Profile first, Profile second) {
        Scorer scorer = prepare(Stream.of(first, second)).scorer(weights);
        double logOdds = scorer.logOdds(0, 1);
        Comparison pair = scorer.last();
        List<Finding> findings = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            if (trait.ordinal() < Comparison.TRAITS) {
                findings.add(finding(first, second, trait, pair));
            }
        }
        return new Explanation(
                Edge.pair(first.id(), second.id(), logOdds, settings),
                weights.prior() / LOG_2,
                weights.householdWeight(pair) / LOG_2,
                pair.namesSwapped(),
                findings);
    }

    private Prepared prepare(Stream<Profile> profiles) {
        return Prepared.of(Columns.of(profiles.iterator(), 1), model);
    }

    private Finding finding(Profile first, Profile second, Trait trait, Comparison pair) {
        return new Finding(
                trait,
                written(first, trait),
                written(second, trait),
                pair.level(trait),
                weights.weight(pair, trait) / LOG_2,
                pair.count(trait));
    }

    /** The place is told by its postcode, or else by its name. */
    private static String written(Profile profile, Trait trait) {
        String values = String.join(", ", profile.all(trait));
        boolean named = values.isEmpty() && trait == Trait.POSTCODE;
        return named ? written(profile, Trait.MUNICIPALITY) : values;
    }
}
