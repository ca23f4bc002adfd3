// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.moving.internal.reading.Limits;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.SheetReader;
import be.onthaal.moving.internal.reading.SheetRow;
import be.onthaal.moving.internal.reading.Staging;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes transfers further, a batch and a commit at a time. How far it is lies in the row that each
 * step locks: another process goes on where a killed one was, and two never do the same batch.
 */
@Component
class Steps {

    private static final int READ_AT_ONCE = 1_000;

    private final TransferStore transfers;
    private final LineStore lines;
    private final Rows rows;
    private final Folders folders;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Steps(
            TransferStore transfers,
            LineStore lines,
            Rows rows,
            Folders folders,
            Audit audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.transfers = transfers;
        this.lines = lines;
        this.rows = rows;
        this.folders = folders;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does one batch for an authority; false when there was nothing to do. */
    boolean step(Authority authority) {
        Optional<Transfer> waiting =
                Callers.as(
                        Caller.service("verhuizing", authority),
                        () -> transaction.execute(status -> transfers.atWork()));
        return waiting.filter(transfer -> step(authority, transfer)).isPresent();
    }

    private boolean step(Authority authority, Transfer waiting) {
        Optional<Transfer> after =
                Callers.as(
                        Caller.service(waiting.actor(), authority),
                        () ->
                                transaction.execute(status ->
                                        transfers
                                                .lockedAtWork()
                                                .filter(now -> now.id().equals(waiting.id()))
                                                .map(this::next)));
        after.filter(transfer ->
                        transfer.state() == Transfer.State.DONE
                                || transfer.state() == Transfer.State.REFUSED)
                .ifPresent(transfer -> folders.of(authority.id(), transfer.id()).clear());
        return after.isPresent();
    }

    private Transfer next(Transfer transfer) {
        Staging staging = folders.of(Callers.current().authority(), transfer.id());
        Transfer after =
                switch (transfer.state()) {
                    case READING -> read(transfer, staging);
                    case CHECKING, IMPORTING -> bring(transfer, staging);
                    case UNDOING -> undo(transfer, staging);
                    case CHECKED, DONE, UNDONE, REFUSED, DROPPED -> transfer;
                };
        transfers.update(after);
        return after;
    }

    /** All sheets become rows, or the transfer says why not. */
    private Transfer read(Transfer transfer, Staging staging) {
        try {
            var reader = new SheetReader(Limits.USUAL);
            List<SheetRow> read = new ArrayList<>();
            int[] total = {0};
            for (Sheet sheet : Sheet.values()) {
                staging.sheet(sheet)
                        .ifPresent(file ->
                                reader.read(
                                        file,
                                        sheet,
                                        row -> {
                                            read.add(row);
                                            if (read.size() == READ_AT_ONCE) {
                                                total[0] = add(transfer, total[0], read);
                                            }
                                        }));
            }
            total[0] = add(transfer, total[0], read);
            return transfer.in(Transfer.State.CHECKING).at(total[0], 0);
        } catch (OnthaalException refusal) {
            lines.remove(transfer.id());
            return transfer.refused(why(refusal)).finished(clock.instant());
        }
    }

    private int add(Transfer transfer, int before, List<SheetRow> read) {
        lines.add(transfer.id(), before + 1, read);
        int total = before + read.size();
        read.clear();
        return total;
    }

    private Transfer bring(Transfer transfer, Staging staging) {
        boolean forReal = transfer.state() == Transfer.State.IMPORTING;
        int done = transfer.progress().done();
        int total = transfer.progress().total();
        if (done < total) {
            return transfer.at(total, rows.bring(transfer, forReal, staging));
        }
        if (!forReal) {
            audit.record(Transfers.event("moving.tried", transfer));
            return transfer.in(Transfer.State.CHECKED);
        }
        lines.empty(transfer.id());
        audit.record(Transfers.event("moving.finished", transfer));
        return transfer.in(Transfer.State.DONE).finished(clock.instant());
    }

    private Transfer undo(Transfer transfer, Staging staging) {
        int undone = rows.undo(transfer, staging);
        if (undone > 0) {
            return transfer.at(transfer.progress().total(), transfer.progress().done() + undone);
        }
        audit.record(Transfers.event("moving.undone", transfer));
        return transfer.in(Transfer.State.UNDONE).finished(clock.instant());
    }

    static Message why(OnthaalException refusal) {
        List<Object> arguments =
                refusal.arguments().stream()
                        .map(argument -> argument instanceof Number ? argument : shown(argument))
                        .toList();
        return new Message("error." + refusal.code(), arguments);
    }

    private static Object shown(Object argument) {
        return String.valueOf(argument);
    }
}
