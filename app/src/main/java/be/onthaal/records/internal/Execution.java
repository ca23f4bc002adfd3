// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseRecords;
import be.onthaal.cases.ClosedCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Digest;
import be.onthaal.records.DestructionList;
import be.onthaal.records.ListedCase;
import be.onthaal.records.ListedCase.Decision;
import be.onthaal.records.ListedCase.State;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries approved lists out, one case a commit: after a crash it goes on where it was. What has
 * changed since the list was made is skipped and says so.
 */
@Component
class Execution {

    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final ListStore lists;
    private final ItemStore items;
    private final Held held;
    private final Gate gate;
    private final CaseRecords cases;
    private final Keepers keepers;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Execution(
            ListStore lists,
            ItemStore items,
            Held held,
            Gate gate,
            CaseRecords cases,
            Keepers keepers,
            Audit audit,
            TransactionOperations transactions,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.held = held;
        this.gate = gate;
        this.cases = cases;
        this.keepers = keepers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Carries out what is approved, as the product itself for one authority. */
    void carryOut() {
        for (DestructionList list : during(lists::approved)) {
            Optional<ListedCase> next = next(list);
            while (next.isPresent()) {
                carryOut(list, next.get());
                next = next(list);
            }
            finish(list);
        }
    }

    private Optional<ListedCase> next(DestructionList list) {
        return during(() -> items.next(list.id()));
    }

    private void carryOut(DestructionList list, ListedCase item) {
        try {
            during(() -> {
                one(list, item);
                return item;
            });
        } catch (RuntimeException failure) {
            log.warn("{} could not be destroyed", item.number(), failure);
            during(() -> {
                skip(item, "failed");
                return item;
            });
        }
    }

    private void one(DestructionList list, ListedCase before) {
        gate.destroying();
        ListedCase item = items.locked(before.list(), before.id());
        boolean done = item.decision().at().isPresent();
        if (done || (item.decision().state() != State.LISTED && !isSampled(item))) {
            return;
        }
        Optional<ClosedCase> now = cases.locked(item.id());
        Optional<String> problem = problem(item, now);
        if (problem.isPresent()) {
            skip(item, problem.get());
        } else if (isSampled(item)) {
            cases.keepForEver(item.id());
            items.decide(item, decision(State.SAMPLED, "", "", ""));
            record("records.sampled", list, item, "");
        } else {
            Keepers.Destroyed gone = keepers.destroy(item.id());
            Digest digest = gone.digest();
            items.decide(item, decision(State.DESTROYED, "", gone.contents(), digest.hex()));
            record("records.destroyed", list, item, digest.hex());
        }
    }

    /** What has changed since the list was made, if anything. */
    private Optional<String> problem(ListedCase item, Optional<ClosedCase> now) {
        if (now.isEmpty()) {
            return Optional.of(cases.exists(item.id()) ? "reopened" : "gone");
        }
        ClosedCase file = now.get();
        boolean same =
                file.isDue(Brussels.today(clock))
                        && file.action() == item.rule().action()
                        && file.life().resultCode().equals(item.rule().resultCode())
                        && file.life().closedOn().equals(item.dates().closedOn());
        if (!same) {
            return Optional.of("changed");
        }
        return held.now().keeps(file) ? Optional.of("held") : Optional.empty();
    }

    private void skip(ListedCase item, String why) {
        items.decide(item, decision(State.SKIPPED, why, "", ""));
    }

    private Decision decision(State state, String reason, String contents, String digest) {
        return new Decision(
                state,
                reason,
                Optional.empty(),
                Proposal.SELF,
                Optional.of(clock.instant()),
                contents,
                digest);
    }

    private void finish(DestructionList list) {
        during(() -> {
            DestructionList now = lists.locked(list.id());
            if (now.state() == DestructionList.State.APPROVED && items.next(list.id()).isEmpty()) {
                lists.end(list.id(), DestructionList.State.DONE, clock.instant());
                audit.record(
                        AuditEvent.of(
                                        "records.list-done",
                                        AuditEvent.Subject.of("DESTRUCTION_LIST", list.id()))
                                .with("number", String.valueOf(list.number())));
            }
            return list;
        });
    }

    private void record(String action, DestructionList list, ListedCase item, String digest) {
        AuditEvent.Subject subject =
                AuditEvent.Subject.of(
                                "CASE",
                                item.id().value(),
                                item.kind().confidentiality(),
                                item.kind().unit())
                        .inCase(item.id().value());
        audit.record(
                AuditEvent.of(action, subject)
                        .with("number", item.number())
                        .with("list", String.valueOf(list.number()))
                        .with("digest", digest));
    }

    private static boolean isSampled(ListedCase item) {
        return item.decision().state() == State.SAMPLED;
    }

    private <T> T during(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
