// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.UnitId;
import be.onthaal.routing.spi.PastMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rules would have done with mail that came before.
 *
 * @param counts for each rule, in order
 * @param whole false when time was up before all were tried
 */
public record DryRun(
        Period period,
        Rulebook book,
        List<Line> lines,
        List<RuleCount> counts,
        Map<UnitId, String> names,
        boolean whole) {

    public DryRun {
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
        names = Map.copyOf(names);
    }

    /**
     * Which mail the rules are tried on.
     *
     * @param until the last day that is in it
     * @param most the newest of them
     * @param withInactive whether rules that are switched off are tried as well
     */
    public record Period(LocalDate from, LocalDate until, int most, boolean withInactive) {}

    /** A mail, where it is now, and where the rules would have sent it. */
    public record Line(PastMail.Item item, Route route) {

        /** Where it would have gone. */
        public UnitId would() {
            return route.kind() == Route.Kind.CASE
                    ? item.placed().unit()
                    : route.unit().orElse(item.placed().mailbox());
        }

        /** Whether that is elsewhere than where it is. */
        public boolean differs() {
            return !would().equals(item.placed().unit());
        }
    }

    /**
     * How often a rule fitted, and how often it was the first.
     *
     * @param before the rule that was most often before it
     */
    public record RuleCount(RoutingRule rule, int fired, int fitted, Optional<Route.Rule> before) {

        /** Whether no mail was for it at all. */
        public boolean never() {
            return fitted == 0;
        }

        /** Whether all that was for it went by an earlier one. */
        public boolean hidden() {
            return fitted > 0 && fired == 0;
        }
    }

    /** Those that would have gone elsewhere. */
    public List<Line> different() {
        return lines.stream().filter(Line::differs).toList();
    }

    /** How many no rule decided on, those that went to their case not counted. */
    public long undecided() {
        return lines.stream().filter(line -> line.route().kind() == Route.Kind.NONE).count();
    }

    /** How many went to their case. */
    public long ofCases() {
        return lines.stream().filter(line -> line.route().kind() == Route.Kind.CASE).count();
    }

    /** The name of a unit. */
    public String name(UnitId unit) {
        return names.getOrDefault(unit, "");
    }

    /** The customers on it, for the log. */
    List<UUID> parties() {
        return lines.stream().flatMap(line -> line.item().party().stream()).distinct().toList();
    }
}
