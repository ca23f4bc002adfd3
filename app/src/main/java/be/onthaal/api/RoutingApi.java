// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.routing.DryRun;
import be.onthaal.routing.DryRuns;
import be.onthaal.routing.Match;
import be.onthaal.routing.Route;
import be.onthaal.routing.RoutingRule;
import be.onthaal.routing.RoutingRules;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Rulebook;
import be.onthaal.routing.Target;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which mail goes to units, and what they would do with past mail. */
@RestController
@Tag(name = "routing")
class RoutingApi {

    private static final int USUAL_DAYS = 30;

    private final RoutingRules rules;
    private final DryRuns runs;
    private final Answers answers;
    private final Clock clock;

    RoutingApi(RoutingRules rules, DryRuns runs, Answers answers, Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.answers = answers;
        this.clock = clock;
    }

    /** A rule; a list that is empty asks nothing. */
    record RuleItem(
            UUID id,
            int position,
            String name,
            boolean active,
            List<String> senders,
            List<String> recipients,
            List<String> subject,
            List<String> text,
            Optional<String> attachments,
            boolean namesCase,
            List<String> caseTypes,
            Optional<String> language,
            String target,
            Optional<UUID> unit,
            boolean ended) {}

    /** The rules in the order in which they are asked. */
    record RulesBody(int revision, List<RuleItem> items) {}

    /** What fitted: where, and which words of the rule. */
    record MatchItem(String field, List<String> words) {}

    /** A mail: where it is, where it would be, and why. */
    record TriedItem(
            UUID message,
            Optional<UUID> entry,
            UUID unit,
            UUID would,
            boolean differs,
            String kind,
            Optional<UUID> rule,
            List<MatchItem> matches) {}

    /** How often a rule fitted, and how often it decided. */
    record CountItem(UUID rule, int fired, int fitted, Optional<UUID> before) {}

    /** What came of it; not whole when time was up. */
    record DryRunBody(boolean whole, List<CountItem> counts, List<TriedItem> items) {}

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "listRoutingRules",
            summary = "Regels voor mail",
            description = "In order; the first active one that fits decides which unit gets a mail")
    @GetMapping("/api/routing/rules")
    ResponseEntity<RulesBody> rules() {
        Rulebook book = rules.list();
        return answers.one(
                new RulesBody(
                        book.edition().revision(),
                        book.rules().stream().map(rule -> item(book, rule)).toList()));
    }

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "tryRoutingRules",
            summary = "Probeer de regels op vroegere mail",
            description =
                    "On the newest mails of a period that the caller may read; changes nothing")
    @GetMapping("/api/routing/dry-run")
    ResponseEntity<DryRunBody> dryRun(
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam(defaultValue = "500") int most,
            @RequestParam(defaultValue = "false") boolean inactive) {
        LocalDate last = until.orElseGet(() -> Brussels.today(clock));
        var period =
                new DryRun.Period(
                        from.orElseGet(() -> last.minusDays(USUAL_DAYS)), last, most, inactive);
        DryRun run = runs.run(period);
        return answers.one(
                new DryRunBody(
                        run.whole(),
                        run.counts().stream().map(RoutingApi::count).toList(),
                        run.lines().stream().map(RoutingApi::tried).toList()));
    }

    private static RuleItem item(Rulebook book, RoutingRule rule) {
        RuleWish wish = rule.wish();
        return new RuleItem(
                rule.id(),
                rule.position(),
                wish.name(),
                wish.active(),
                wish.conditions().senders(),
                wish.conditions().recipients(),
                wish.conditions().subject(),
                wish.conditions().text(),
                wish.conditions().attachments().map(Enum::name),
                wish.conditions().named().asked(),
                wish.conditions().named().types(),
                wish.conditions().language().map(Enum::name),
                switch (wish.target()) {
                    case Target.ToUnit unit -> "UNIT";
                    case Target.ByTable table -> "TABLE";
                    case Target.Stay stay -> "MAILBOX";
                },
                wish.target() instanceof Target.ToUnit(UnitId unit)
                        ? Optional.of(unit.value())
                        : Optional.empty(),
                book.isEnded(rule));
    }

    private static CountItem count(DryRun.RuleCount count) {
        return new CountItem(
                count.rule().id(),
                count.fired(),
                count.fitted(),
                count.before().map(Route.Rule::id));
    }

    private static TriedItem tried(DryRun.Line line) {
        Route route = line.route();
        return new TriedItem(
                line.item().message(),
                line.item().entry(),
                line.item().placed().unit().value(),
                line.would().value(),
                line.differs(),
                route.kind().name(),
                route.rule().map(Route.Rule::id),
                route.matches().stream().map(RoutingApi::match).toList());
    }

    private static MatchItem match(Match match) {
        return new MatchItem(match.field().name(), match.words());
    }
}
