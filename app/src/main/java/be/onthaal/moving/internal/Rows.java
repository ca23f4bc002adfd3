// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.Staging;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.Units;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a batch of rows, each behind a savepoint of its own, so that a bad one harms no other. In a
 * trial every row is done by the same code and taken back at once: no number and no customer stays
 * locked while the rest is tried.
 */
@Component
class Rows {

    private static final Logger log = LoggerFactory.getLogger(Rows.class);

    private static final int TRIED_AT_ONCE = 500;

    /** Case numbers stay locked until the commit, and colleagues open cases meanwhile. */
    private static final int BROUGHT_AT_ONCE = 100;

    private final LineStore lines;
    private final Brought brought;
    private final Units units;
    private final Employees employees;
    private final Grants grants;
    private final Map<Sheet, SheetWork> works = new EnumMap<>(Sheet.class);
    private final TransactionTemplate savepoint;

    Rows(
            LineStore lines,
            Brought brought,
            Units units,
            Employees employees,
            Grants grants,
            List<SheetWork> works,
            PlatformTransactionManager manager) {
        this.lines = lines;
        this.brought = brought;
        this.units = units;
        this.employees = employees;
        this.grants = grants;
        works.forEach(work -> this.works.put(work.sheet(), work));
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What came before the rows of a batch.
     *
     * @param rows keys in this transfer with their row numbers
     * @param known keys of earlier transfers
     */
    private record Before(Map<String, Long> rows, Set<String> known) {

        void learn(Line line, Line.Outcome outcome) {
            if (outcome.verdict() != Verdict.REFUSED) {
                rows.putIfAbsent(line.key(), line.row().line());
            }
        }
    }

    /** Brings the next rows in; the place of the last one. */
    int bring(Transfer transfer, boolean forReal, Staging staging) {
        int done = transfer.progress().done();
        int most = forReal ? BROUGHT_AT_ONCE : TRIED_AT_ONCE;
        List<Line> batch = lines.after(transfer.id(), done, most);
        if (batch.isEmpty()) {
            return transfer.progress().total();
        }
        Run run = run(transfer, forReal, staging);
        Before before = before(transfer, batch);
        for (Line line : batch) {
            Line.Outcome outcome = attempt(() -> bring(line, run, before), forReal);
            lines.settle(transfer.id(), line, outcome);
            before.learn(line, outcome);
            run.learn(line, outcome);
        }
        return batch.getLast().seq();
    }

    /** Takes the last rows out that came in; how many it looked at. */
    int undo(Transfer transfer, Staging staging) {
        List<Line> batch = lines.newBackwards(transfer.id(), BROUGHT_AT_ONCE);
        Run run = run(transfer, true, staging);
        for (Line line : batch) {
            Line.Outcome outcome = attempt(() -> undo(line, run), true);
            lines.settle(
                    transfer.id(), line, kept(outcome, line.outcome().flatMap(Line.Outcome::ref)));
        }
        return batch.size();
    }

    private Before before(Transfer transfer, List<Line> batch) {
        Sheet sheet = batch.getFirst().sheet();
        List<String> keys = batch.stream().map(Line::key).distinct().toList();
        boolean named = sheet == Sheet.PARTIES || sheet == Sheet.CASES;
        return new Before(
                new HashMap<>(lines.accepted(transfer.id(), sheet, keys)),
                named ? brought.known(sheet, keys) : Set.of());
    }

    private Line.Outcome bring(Line line, Run run, Before before) {
        if (line.key().length() == Line.LONGEST_KEY) {
            throw new Refused("moving.key-too-long", Line.LONGEST_KEY);
        }
        if (!line.shownKey().isEmpty()) {
            Long twice = before.rows().get(line.key());
            if (twice != null) {
                throw new Refused("moving.key-twice", twice);
            }
            if (before.known().contains(line.key())) {
                return Line.Outcome.of(Verdict.SKIPPED, "moving.row-there");
            }
        }
        return work(line.sheet()).bring(line, run);
    }

    private Line.Outcome undo(Line line, Run run) {
        work(line.sheet()).undo(line, run);
        return Line.Outcome.of(Verdict.UNDONE);
    }

    /** What was refused to be taken out stays, for the same reason. */
    private static Line.Outcome kept(Line.Outcome outcome, Optional<UUID> ref) {
        Verdict verdict = outcome.verdict() == Verdict.REFUSED ? Verdict.KEPT : outcome.verdict();
        return new Line.Outcome(verdict, outcome.reason(), ref);
    }

    private Line.Outcome attempt(Supplier<Line.Outcome> work, boolean forReal) {
        try {
            return savepoint.execute(status -> {
                Line.Outcome outcome = work.get();
                if (!forReal) {
                    status.setRollbackOnly();
                    return new Line.Outcome(outcome.verdict(), outcome.reason(), Optional.empty());
                }
                return outcome;
            });
        } catch (OnthaalException refusal) {
            return new Line.Outcome(
                    Verdict.REFUSED, Optional.of(Steps.why(refusal)), Optional.empty());
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | TransactionException
                | UncheckedIOException passing) {
            throw passing;
        } catch (RuntimeException broken) {
            log.warn("A row cannot be brought in: {}", broken.getClass().getSimpleName());
            return Line.Outcome.of(Verdict.REFUSED, "moving.row-broken");
        }
    }

    private SheetWork work(Sheet sheet) {
        return Objects.requireNonNull(works.get(sheet), "Every sheet has its work");
    }

    private Run run(Transfer transfer, boolean forReal, Staging staging) {
        Map<String, UnitId> byName = new HashMap<>();
        units.list().forEach(unit -> byName.put(Run.small(unit.name()), unit.id()));
        Map<String, String> roles = new HashMap<>();
        grants.roles()
                .forEach((code, name) -> {
                    roles.put(Run.small(name), code);
                    roles.put(Run.small(code), code);
                });
        Map<String, EmployeeId> colleagues = new HashMap<>();
        for (Employee employee : employees.list()) {
            colleagues.put(Line.email(employee.email().value()), employee.id());
        }
        return new Run(
                transfer,
                forReal,
                staging,
                new Run.Names(byName, roles, colleagues),
                new Run.Seen(brought, lines));
    }
}
