// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Message;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.RoutingRule;
import be.onthaal.routing.Rulebook;
import be.onthaal.routing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules in order.
 *
 * @param names of all units, the ended ones too
 * @param table whether a decision table is published
 */
public record RulesPage(Rulebook book, Map<UnitId, String> names, boolean table) {

    public RulesPage {
        names = Map.copyOf(names);
    }

    public boolean isLast(RoutingRule rule) {
        return rule.position() == book.rules().size();
    }

    /** The name of the unit that a rule points to, if it points to one. */
    public Optional<String> unit(RoutingRule rule) {
        return rule.wish().target() instanceof Target.ToUnit(UnitId unit)
                ? Optional.of(names.getOrDefault(unit, ""))
                : Optional.empty();
    }

    /** Message key of where a rule sends mail, when it points to no unit. */
    public static String targetKey(RoutingRule rule) {
        return rule.wish().target() instanceof Target.ByTable
                ? "routing.target.TABLE"
                : "routing.target.MAILBOX";
    }

    /** What is wrong with a rule now, in sentences. */
    public List<Message> signs(RoutingRule rule) {
        List<Message> signs = new ArrayList<>();
        if (book.isEnded(rule)) {
            signs.add(Message.of("routing.sign.ended"));
        }
        if (rule.wish().target() instanceof Target.ByTable && !table) {
            signs.add(Message.of("routing.sign.no-table", RoutingTable.KEY));
        }
        book.hiding(rule)
                .ifPresent(other ->
                        signs.add(
                                Message.of(
                                        "routing.sign.hidden",
                                        other.position(),
                                        other.wish().name())));
        return signs;
    }

    /** What a rule asks, a sentence for each thing. */
    public static List<Message> asks(RoutingRule rule) {
        Conditions asked = rule.wish().conditions();
        List<Message> asks = new ArrayList<>();
        add(asks, "SENDER", asked.senders());
        add(asks, "RECIPIENT", asked.recipients());
        add(asks, "SUBJECT", asked.subject());
        add(asks, "TEXT", asked.text());
        asked.attachments().ifPresent(kind -> asks.add(Message.of("routing.attachments." + kind)));
        if (asked.named().asked()) {
            asks.add(
                    asked.named().types().isEmpty()
                            ? Message.of("routing.asks.CASE")
                            : Message.of("routing.asks.CASE-OF", quoted(asked.named().types())));
        }
        asked.language().ifPresent(one -> asks.add(Message.of("routing.language." + one)));
        if (asks.isEmpty()) {
            asks.add(Message.of("routing.asks.EVERYTHING"));
        }
        return asks;
    }

    private static void add(List<Message> asks, String what, List<String> words) {
        if (!words.isEmpty()) {
            asks.add(Message.of("routing.asks." + what, quoted(words)));
        }
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    }
}
