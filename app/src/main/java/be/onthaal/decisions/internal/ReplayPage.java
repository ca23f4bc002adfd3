// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.Message;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.Outcome;
import java.util.List;
import java.util.Optional;

/** What a version would have decided, beside what the one that holds decides. */
public record ReplayPage(Head head, Optional<Head> holding, List<Item> items) {

    public ReplayPage {
        items = List.copyOf(items);
    }

    /** One thing of the past, decided twice. */
    public record Item(String name, Outcome does, Outcome would) {

        boolean differs() {
            return !said(does).equals(said(would));
        }

        private static Object said(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Decided decided -> decided.values();
                case Outcome.NotDecided not -> not.reason();
            };
        }
    }

    public List<Item> different() {
        return items.stream().filter(Item::differs).toList();
    }

    /** What was decided, in words. */
    public static Message words(Outcome outcome) {
        return Shown.words(outcome);
    }

    /** Why, in words. */
    public static Message why(Outcome outcome) {
        return Shown.why(outcome);
    }
}
