// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Digest;
import be.onthaal.records.DestructionList;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.ListedCase;
import be.onthaal.web.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A destruction list with its cases, and the certificate of what was destroyed. */
public record ListPage(
        DestructionLists.Standing standing,
        List<ListedCase> items,
        Map<UnitId, String> units,
        UUID reader,
        LocalDate today) {

    public ListPage {
        items = List.copyOf(items);
        units = Map.copyOf(units);
    }

    public DestructionList list() {
        return standing.list();
    }

    public boolean isProposed() {
        return list().state() == DestructionList.State.PROPOSED;
    }

    /** Nobody approves his own list. */
    public boolean isOwn() {
        return list().made().account().equals(reader);
    }

    public int count(ListedCase.State state) {
        return standing.tally().getOrDefault(state, 0);
    }

    /** How many there are that the reader may not see, or that do not fit on the page. */
    public int more() {
        return list().items() - items.size();
    }

    /** The picture of what becomes of a case. */
    public String icon(ListedCase item) {
        return switch (item.decision().state()) {
            case LISTED -> "clock";
            case SAMPLED -> "star";
            case TAKEN_OUT -> "undo";
            case SKIPPED -> "warning";
            case DESTROYED -> "check-circle";
            case WITHDRAWN -> "minus";
        };
    }

    public String unit(ListedCase item) {
        return units.getOrDefault(item.kind().unit(), "");
    }

    /** How many of each thing were destroyed, in words; what has no word shows its name. */
    public String contents(ListedCase item, Text text) {
        return Stream.of(item.decision().contents().split(", "))
                .filter(part -> part.contains(" "))
                .map(part -> {
                    String[] words = part.split(" ", 2);
                    String key = "records.kept." + words[0];
                    return text.has(key) ? text.of(key, Integer.valueOf(words[1])) : part;
                })
                .collect(Collectors.joining(", "));
    }

    public List<ListedCase> destroyed() {
        return items.stream()
                .filter(item -> item.decision().state() == ListedCase.State.DESTROYED)
                .toList();
    }

    /** The fingerprint of the certificate: of each number and the fingerprint of what is gone. */
    public String seal() {
        return Digest.of(
                        destroyed().stream()
                                .map(item -> item.number() + " " + item.decision().digest())
                                .collect(Collectors.joining("\n")))
                .hex();
    }
}
