// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.cases.CaseTypes;
import be.onthaal.common.Message;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.routing.RoutingRule;
import be.onthaal.routing.RoutingRules;
import be.onthaal.routing.Rulebook;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules with all that their pages show. */
@Service
class RuleDesk {

    private final RoutingRules rules;
    private final RoutingTable table;
    private final Units units;
    private final CaseTypes types;

    RuleDesk(RoutingRules rules, RoutingTable table, Units units, CaseTypes types) {
        this.rules = rules;
        this.table = table;
        this.units = units;
        this.types = types;
    }

    @Transactional(readOnly = true)
    RulesPage list() {
        return new RulesPage(
                rules.list(),
                units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name)),
                table.isThere());
    }

    @Transactional(readOnly = true)
    RulePage blank(TypedRule typed, Optional<Message> problem) {
        return page(rules.list(), Optional.empty(), typed, problem);
    }

    @Transactional(readOnly = true)
    RulePage show(UUID id) {
        Rulebook book = rules.list();
        RoutingRule rule = book.rule(id).orElseThrow(() -> new NotFound("routing.rule"));
        return page(book, Optional.of(rule), TypedRule.of(rule.wish()), Optional.empty());
    }

    /** The page of a rule with what somebody typed that is not right yet. */
    @Transactional(readOnly = true)
    RulePage show(UUID id, TypedRule typed, Message problem) {
        Rulebook book = rules.list();
        RoutingRule rule = book.rule(id).orElseThrow(() -> new NotFound("routing.rule"));
        return page(book, Optional.of(rule), typed, Optional.of(problem));
    }

    private RulePage page(
            Rulebook book, Optional<RoutingRule> rule, TypedRule typed, Optional<Message> problem) {
        return new RulePage(
                book, rule, typed, problem, units.list(), types.list(), table.isThere());
    }
}
