// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseContents.Due;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.spi.CaseLetters;
import be.onthaal.common.Brussels;
import be.onthaal.common.OnthaalException;
import be.onthaal.jobs.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does the tasks that are for the product itself: waits, writes, opens other cases. Each in a
 * commit of its own; what fails is tried again later, and after some times it is for people.
 */
@Component
class ProductTasks implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(ProductTasks.class);
    private static final String SELF = "zaken";
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final int TRIES = 3;
    private static final int MOST = 500;

    private final Authorities authorities;
    private final CaseStore store;
    private final CaseContents contents;
    private final Cases cases;
    private final CaseHandling work;
    private final CaseLinks links;
    private final CaseTypeRows types;
    private final CaseLetters letters;
    private final TransactionOperations transactions;
    private final Clock clock;

    ProductTasks(
            Authorities authorities,
            CaseStore store,
            CaseContents contents,
            Cases cases,
            CaseHandling work,
            CaseLinks links,
            CaseTypeRows types,
            CaseLetters letters,
            TransactionOperations transactions,
            Clock clock) {
        this.authorities = authorities;
        this.store = store;
        this.contents = contents;
        this.cases = cases;
        this.work = work;
        this.links = links;
        this.types = types;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "case-tasks";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(PAUSE);
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            Callers.run(Caller.service(SELF, authority), this::ofAuthority);
        }
    }

    private void ofAuthority() {
        List<Due> due =
                Optional.ofNullable(transactions.execute(status -> contents.due(MOST)))
                        .orElse(List.of());
        due.forEach(this::tried);
    }

    private void tried(Due task) {
        try {
            transactions.executeWithoutResult(status -> {
                store.locked(task.id());
                if (contents.stillDue(task)) {
                    done(task);
                }
            });
        } catch (OnthaalException refused) {
            log.info("Task {} of a case was refused: {}", task.task(), refused.code());
            later(task, key(task.kind()));
        } catch (RuntimeException failure) {
            log.warn(
                    "Task {} of a case failed: {}",
                    task.task(),
                    failure.getClass().getSimpleName());
            later(task, "cases.auto.error");
        }
    }

    private void done(Due task) {
        switch (task.kind()) {
            case NOTIFY -> letters.send(task.id(), task.needs());
            case OPEN_CASE -> below(task);
            default -> log.debug("Task {} waited long enough", task.task());
        }
        work.finish(task.id(), task.task(), CaseHandling.Finishing.PLAIN);
    }

    /** The case below is opened once, however often the task is tried. */
    private void below(Due task) {
        CaseFile above = cases.get(task.id()).file();
        CaseType type = types.current(task.needs()).orElseThrow();
        CaseFile opened =
                cases.open(
                        new OpenCase(
                                type.code(),
                                above.matter().subject(),
                                above.matter().description(),
                                above.customer().party(),
                                type.definition().defaultUnit().orElse(above.placement().unit()),
                                new OpenCase.Intake(
                                        above.intake().channel(),
                                        Brussels.today(clock),
                                        Optional.of(new Origin("CASE_TASK", task.task()))),
                                Optional.of(above.matter().confidentiality())));
        links.add(opened.id(), above.id(), CaseLinks.Kind.PARENT);
    }

    private void later(Due task, String reason) {
        boolean enough = task.attempts() + 1 >= TRIES;
        transactions.executeWithoutResult(status ->
                contents.failed(
                        task,
                        enough ? reason : "",
                        enough ? Optional.empty() : Optional.of(clock.instant().plus(LATER))));
    }

    private static String key(TaskKind kind) {
        return switch (kind) {
            case NOTIFY -> "cases.auto.template";
            case OPEN_CASE -> "cases.auto.type";
            default -> "cases.auto.error";
        };
    }
}
