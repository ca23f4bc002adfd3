// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Party;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who belongs to a customer, or acts for him.
 *
 * @param typed what was typed so far, by field
 * @param problems field to the key of what is wrong with it
 */
public record RelatePage(
        Party party,
        Map<String, String> typed,
        List<PartySummary> found,
        Map<String, String> problems) {

    public RelatePage {
        typed = Map.copyOf(typed);
        found = List.copyOf(found);
        problems = Map.copyOf(problems);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether this one was chosen, or there is no other to choose. */
    public boolean chosen(PartySummary other) {
        return typed("other").equals(other.id().toString())
                || (typed("other").isEmpty() && found.size() == 1);
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
