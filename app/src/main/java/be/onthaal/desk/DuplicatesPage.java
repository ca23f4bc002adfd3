// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Doubt;
import be.onthaal.party.LikelyMatches;
import be.onthaal.party.Merge;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.SaidNeverSame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers who are likely one person, and merges that wait for a second colleague.
 *
 * @param doubts merges that are perhaps wrong
 * @param apart who were said to be two people
 * @param names who the merges are about
 */
public record DuplicatesPage(
        List<LikelyMatches.Pair> pairs,
        List<Merge> proposed,
        List<Doubt> doubts,
        List<SaidNeverSame> apart,
        Map<PartyId, PartySummary> names,
        boolean edits) {

    public DuplicatesPage {
        pairs = List.copyOf(pairs);
        proposed = List.copyOf(proposed);
        doubts = List.copyOf(doubts);
        apart = List.copyOf(apart);
        names = Map.copyOf(names);
    }

    /** How sure it is, in whole percents. */
    public int percent(LikelyMatches.Pair pair) {
        return MergePage.percent(pair.probability());
    }

    public String name(PartyId id) {
        return Optional.ofNullable(names.get(id)).map(PartySummary::name).orElse("");
    }

    /** Who are called the same are told apart by their mail addresses. */
    public String called(PartyId id, PartyId other) {
        Optional<String> email = Optional.ofNullable(names.get(id)).flatMap(PartySummary::email);
        return name(id).equals(name(other))
                ? email.map(address -> name(id) + " (" + address + ")").orElse(name(id))
                : name(id);
    }
}
