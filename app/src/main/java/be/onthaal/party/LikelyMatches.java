// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.LIKELY_PAIR;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.party.internal.db.tables.records.LikelyPairRecord;
import be.onthaal.party.matching.Explanation;
import be.onthaal.party.matching.MatchedPair;
import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.ProfileJudge;
import be.onthaal.party.matching.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of the customers we know is likely somebody that is being written down, or each other. */
@Service
public class LikelyMatches {

    private static final int SHOWN = 5;

    private final DSLContext sql;
    private final MatchingKeys keys;
    private final MatchModels models;
    private final Profiles profiles;
    private final PartySummaries summaries;

    LikelyMatches(
            DSLContext sql,
            MatchingKeys keys,
            MatchModels models,
            Profiles profiles,
            PartySummaries summaries) {
        this.sql = sql;
        this.keys = keys;
        this.models = models;
        this.profiles = profiles;
        this.summaries = summaries;
    }

    /** What was typed so far of somebody. */
    public record Typed(
            String name,
            Optional<String> birthDate,
            Optional<String> nationalNumber,
            List<ContactPoint> points) {

        public Typed {
            points = List.copyOf(points);
        }
    }

    /** Two customers who are likely one person and wait for somebody to look. */
    public record Pair(PartySummary one, PartySummary other, double probability) {}

    /**
     * Customers that the authority knows who are likely this one, the likeliest first; nobody
     * before the matching has learned from the customers. Showing them must be logged by whoever
     * shows them.
     */
    @Transactional(readOnly = true)
    public List<LikelyMatch> of(Typed typed) {
        Callers.require(Permission.PARTY_VIEW);
        Profile profile = Traits.of(typed);
        Optional<ProfileJudge> judge = judge();
        Set<PartyId> candidates = judge.isEmpty() ? Set.of() : keys.sharing(profile);
        return candidates.isEmpty() ? List.of() : likely(profile, candidates, judge.orElseThrow());
    }

    private List<LikelyMatch> likely(Profile profile, Set<PartyId> candidates, ProfileJudge judge) {
        List<Profile> others =
                profiles.of(candidates).values().stream().distinct().map(Traits::of).toList();
        List<MatchedPair> pairs =
                judge.compare(profile, others).stream()
                        .filter(pair -> pair.probability() >= Settings.standard().review())
                        .limit(SHOWN)
                        .toList();
        Map<PartyId, PartySummary> names =
                summaries.of(pairs.stream().map(LikelyMatches::second).toList());
        return pairs.stream()
                .flatMap(pair ->
                        Optional.ofNullable(names.get(second(pair))).stream()
                                .map(party -> new LikelyMatch(party, pair.probability())))
                .toList();
    }

    /** Pairs that wait for somebody to look, the surest first. */
    @Transactional(readOnly = true)
    public List<Pair> waiting(int most) {
        Callers.require(Permission.PARTY_VIEW);
        var rows =
                sql.selectFrom(LIKELY_PAIR)
                        .where(LIKELY_PAIR.GROUP_ID.eq(Callers.current().group().value()))
                        .orderBy(LIKELY_PAIR.PROBABILITY.desc(), LIKELY_PAIR.ONE)
                        .limit(most)
                        .fetch();
        Collection<PartyId> ids =
                rows.stream()
                        .flatMap(row -> List.of(row.getOne(), row.getOther()).stream())
                        .map(PartyId::new)
                        .toList();
        Map<PartyId, PartySummary> names = summaries.of(ids);
        List<Pair> pairs = new ArrayList<>();
        for (LikelyPairRecord row : rows) {
            PartySummary one = names.get(new PartyId(row.getOne()));
            PartySummary other = names.get(new PartyId(row.getOther()));
            if (one != null && other != null && !one.id().equals(other.id())) {
                pairs.add(new Pair(one, other, row.getProbability()));
            }
        }
        return List.copyOf(pairs);
    }

    /** Why two persons are likely one, or not; organisations are told apart by their numbers. */
    Optional<Explanation> explain(Party one, Party other) {
        return one.kind() == Party.Kind.PERSON && other.kind() == Party.Kind.PERSON
                ? judge().map(judge -> judge.explain(Traits.of(one), Traits.of(other)))
                : Optional.empty();
    }

    private Optional<ProfileJudge> judge() {
        return models.current().map(model -> new ProfileJudge(model, Settings.standard()));
    }

    private static PartyId second(MatchedPair pair) {
        return new PartyId(UUID.fromString(pair.second()));
    }
}
