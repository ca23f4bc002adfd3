// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.cases.CaseType;
import be.onthaal.common.Message;
import be.onthaal.organisation.Unit;
import be.onthaal.routing.RoutingRule;
import be.onthaal.routing.Rulebook;
import java.util.List;
import java.util.Optional;

/**
 * A rule to fill in.
 *
 * @param rule the one that is changed; absent for a new one
 * @param problem why what was typed was not kept
 * @param table whether a decision table is published
 */
public record RulePage(
        Rulebook book,
        Optional<RoutingRule> rule,
        TypedRule typed,
        Optional<Message> problem,
        List<Unit> units,
        List<CaseType> types,
        boolean table) {

    /** Whether the unit it points to can still be chosen. */
    public boolean ended() {
        return rule.filter(book::isEnded).isPresent();
    }
}
