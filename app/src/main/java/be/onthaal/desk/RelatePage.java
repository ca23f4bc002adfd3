// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Party;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Who belongs to a customer, or acts for him.
 *
 * @param query who was looked for
 */
public record RelatePage(Party party, String query, List<PartySummary> found) {

    public RelatePage {
        found = List.copyOf(found);
    }

    /** Something that the other can be to the customer. */
    public record Choice(Relation.Kind kind, Relation.Side side) {

        /** As it is sent. */
        public String code() {
            return kind.name() + "-" + side.name();
        }

        /** The key of its words. */
        public String words() {
            return "Relation." + kind.name() + "." + side.name();
        }
    }

    /** What fits a person, or an organisation. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Relation.Kind kind : Relation.Kind.values()) {
            for (Relation.Side other : Relation.Side.values()) {
                Relation.Side own =
                        other == Relation.Side.FROM ? Relation.Side.TO : Relation.Side.FROM;
                boolean fits = kind.of(own).filter(wanted -> wanted != party.kind()).isEmpty();
                boolean twice = kind.isMutual() && other == Relation.Side.TO;
                if (fits && !twice) {
                    choices.add(new Choice(kind, other));
                }
            }
        }
        return choices;
    }
}
