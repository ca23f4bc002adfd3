// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.routing.DryRun.Line;
import be.onthaal.routing.DryRun.Period;
import be.onthaal.routing.DryRun.RuleCount;
import be.onthaal.routing.spi.PastMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries the rules on past mail, and changes nothing: for who may read that mail, and on no more
 * than he may read, since a rule would tell what stands in the rest.
 */
@Service
public class DryRuns {

    /** Of more mail nobody reads what would become of it. */
    public static final int MOST = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Routing routing;
    private final RoutingRules rules;
    private final Units units;
    private final PastMail past;
    private final Audit audit;

    DryRuns(Routing routing, RoutingRules rules, Units units, PastMail past, Audit audit) {
        this.routing = routing;
        this.rules = rules;
        this.units = units;
        this.past = past;
        this.audit = audit;
    }

    /** What the rules that stand would have done, with the consultation of the mail logged. */
    @Transactional
    public DryRun run(Period period) {
        Callers.require(Permission.POST_VIEW);
        if (period.most() < 1 || period.most() > MOST || period.until().isBefore(period.from())) {
            throw new Refused("routing.period-wrong", MOST);
        }
        Rulebook kept = rules.list();
        Rulebook book = period.withInactive() ? kept.withAll() : kept;
        List<PastMail.Item> items =
                past.last(
                        Brussels.startOfDay(period.from()),
                        Brussels.startOfDay(period.until().plusDays(1)),
                        period.most());
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Line> lines = new ArrayList<>();
        var tally = new Tally();
        for (PastMail.Item item : items) {
            if (System.nanoTime() > end) {
                break;
            }
            if (item.ofCase()) {
                lines.add(new Line(item, Route.ofCase()));
            } else {
                Routing.Tried tried = routing.attempt(book, item.mail());
                lines.add(new Line(item, tried.route()));
                tally.add(tried);
            }
        }
        Map<UnitId, String> names =
                units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        var run =
                new DryRun(
                        period,
                        kept,
                        lines,
                        tally.counts(book),
                        names,
                        lines.size() == items.size());
        log(run);
        return run;
    }

    private void log(DryRun run) {
        if (!run.lines().isEmpty()) {
            UUID authority = Callers.current().authority().value();
            audit.consulted(
                    AuditEvent.of("routing.dry-run", AuditEvent.Subject.of("LIST", authority))
                            .about(run.parties())
                            .with("mails", String.valueOf(run.lines().size())));
        }
    }

    /** How often each rule fitted and fired, and which was before it. */
    private static final class Tally {

        private final Map<UUID, Integer> fired = new HashMap<>();
        private final Map<UUID, Integer> fitted = new HashMap<>();
        private final Map<UUID, Map<Route.Rule, Integer>> before = new HashMap<>();

        void add(Routing.Tried tried) {
            Optional<Route.Rule> first = tried.route().rule();
            first.ifPresent(rule -> fired.merge(rule.id(), 1, Integer::sum));
            for (Route.Rule rule : tried.fitting()) {
                fitted.merge(rule.id(), 1, Integer::sum);
                first.filter(one -> one.position() < rule.position())
                        .ifPresent(one ->
                                before.computeIfAbsent(rule.id(), id -> new LinkedHashMap<>())
                                        .merge(one, 1, Integer::sum));
            }
        }

        List<RuleCount> counts(Rulebook book) {
            return book.rules().stream()
                    .filter(rule -> rule.wish().active())
                    .map(rule ->
                            new RuleCount(
                                    rule,
                                    fired.getOrDefault(rule.id(), 0),
                                    fitted.getOrDefault(rule.id(), 0),
                                    before.getOrDefault(rule.id(), Map.of()).entrySet().stream()
                                            .max(Map.Entry.comparingByValue())
                                            .map(Map.Entry::getKey)))
                    .toList();
        }
    }
}
