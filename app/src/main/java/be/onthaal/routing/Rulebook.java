// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rules as they are at a moment, in order, with the units that are open then.
 *
 * @param open the names of open units
 * @param problem why they could not be read; there are none then
 */
public record Rulebook(
        Edition edition, List<RoutingRule> rules, Map<UnitId, String> open, String problem) {

    public Rulebook {
        rules = List.copyOf(rules);
        open = Map.copyOf(open);
    }

    /** How often they were changed, and by whom last. */
    public record Edition(int revision, Optional<Instant> at, String by) {

        static final Edition NONE = new Edition(0, Optional.empty(), "");
    }

    static Rulebook unreadable(String problem) {
        return new Rulebook(Edition.NONE, List.of(), Map.of(), problem);
    }

    /** Whether there is something to tell of a mail: a rule was asked, or could not be. */
    public boolean tells() {
        return !problem.isEmpty() || rules.stream().anyMatch(rule -> rule.wish().active());
    }

    /** The same rules, each of them asked, the switched off ones too. */
    Rulebook withAll() {
        return new Rulebook(
                edition,
                rules.stream()
                        .map(rule ->
                                new RoutingRule(
                                        rule.id(), rule.position(), rule.wish().active(true)))
                        .toList(),
                open,
                problem);
    }

    /** Whether a rule points to a unit that was ended, so that mail passes it by. */
    public boolean isEnded(RoutingRule rule) {
        return rule.wish().target() instanceof Target.ToUnit(UnitId unit)
                && !open.containsKey(unit);
    }

    /** The earlier rule because of which this one never has its turn. */
    public Optional<RoutingRule> hiding(RoutingRule hidden) {
        return rules.stream()
                .filter(rule -> rule.position() < hidden.position())
                .filter(rule -> rule.wish().active())
                .filter(rule -> !(rule.wish().target() instanceof Target.ByTable))
                .filter(rule -> !isEnded(rule))
                .filter(rule -> rule.wish().conditions().holds(hidden.wish().conditions()))
                .findFirst();
    }

    /** The rule with this identity. */
    public Optional<RoutingRule> rule(UUID id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
