// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Relation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Who belongs to a customer.
 *
 * @param now who does today, whoever acts for him first
 * @param past who did, or will
 */
public record Relatives(List<Relation> now, List<Relation> past) {

    public Relatives {
        now = List.copyOf(now);
        past = List.copyOf(past);
    }

    static Relatives of(List<Relation> all, LocalDate today) {
        return new Relatives(
                all.stream()
                        .filter(one -> one.holdsOn(today))
                        .sorted(
                                Comparator.comparing((Relation one) -> !one.actsForHim())
                                        .thenComparing(Relation::kind)
                                        .thenComparing(Relation::side)
                                        .thenComparing(one -> one.other().name()))
                        .toList(),
                all.stream().filter(one -> !one.holdsOn(today)).toList());
    }

    /** Whoever acts for him: with them one has to deal. */
    public List<Relation> acting() {
        return now.stream().filter(Relation::actsForHim).toList();
    }

    /** The key of the words for what the other is to him. */
    public static String words(Relation relation) {
        return "Relation." + relation.kind().name() + "." + relation.side().name();
    }
}
