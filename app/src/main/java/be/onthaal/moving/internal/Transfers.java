// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.Unpacking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask of a transfer: try it, bring it in, drop it, take it out again; the job does it.
 */
@Service
class Transfers {

    private static final int SHOWN = 50;
    private static final Duration UNDECIDED = Duration.ofDays(30);
    private static final Duration REPORTED = Duration.ofDays(2 * 366);

    private final TransferStore transfers;
    private final LineStore lines;
    private final Folders folders;
    private final Audit audit;
    private final Clock clock;

    Transfers(TransferStore transfers, LineStore lines, Folders folders, Audit audit, Clock clock) {
        this.transfers = transfers;
        this.lines = lines;
        this.folders = folders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins with files that wait in their folder; they are tried first. One at a time. */
    @Transactional
    Transfer begin(UUID id, List<Unpacking.Kept> files) {
        Caller caller = Callers.require(Permission.TRANSFER);
        boolean sheets = files.stream().anyMatch(file -> isSheet(file.name()));
        if (!sheets) {
            throw new Refused("moving.no-sheets");
        }
        var transfer =
                new Transfer(
                        id,
                        transfers.nextNumber(),
                        asked(caller),
                        Transfer.State.READING,
                        files,
                        Optional.empty(),
                        new Transfer.Progress(0, 0),
                        new Transfer.Times(clock.instant(), Optional.empty(), Optional.empty()));
        try {
            transfers.insert(transfer);
        } catch (DuplicateKeyException another) {
            throw new Refused("moving.busy");
        }
        record("moving.begun", transfer);
        return transfer;
    }

    /** Brings in for real what was tried. */
    @Transactional
    void start(UUID id) {
        Caller caller = Callers.require(Permission.TRANSFER);
        Transfer transfer = in(id, Transfer.State.CHECKED);
        Transfer.Asked first = transfer.asked();
        var known = new Transfer.Asked(first.by(), first.name(), asked(caller).mayHire());
        var started =
                new Transfer(
                                id,
                                transfer.number(),
                                known,
                                Transfer.State.IMPORTING,
                                transfer.files(),
                                Optional.empty(),
                                transfer.progress(),
                                transfer.times())
                        .at(transfer.progress().total(), 0)
                        .started(clock.instant());
        lines.reset(id);
        update(started);
        record("moving.started", started);
    }

    /** Takes out what came in, as far as nobody worked on it. */
    @Transactional
    void undo(UUID id) {
        Callers.require(Permission.TRANSFER);
        Transfer transfer = in(id, Transfer.State.DONE);
        Map<Sheet, Map<Verdict, Integer>> counts = lines.counts(id);
        int hired = counts.getOrDefault(Sheet.EMPLOYEES, Map.of()).getOrDefault(Verdict.NEW, 0);
        if (hired > 0) {
            Callers.require(Permission.ADMINISTER);
        }
        int brought =
                counts.values().stream().mapToInt(of -> of.getOrDefault(Verdict.NEW, 0)).sum();
        update(transfer.in(Transfer.State.UNDOING).at(brought, 0));
        record("moving.undo-started", transfer);
    }

    /** Puts a trial away; nothing had come in. */
    @Transactional
    void drop(UUID id) {
        Callers.require(Permission.TRANSFER);
        Transfer transfer = in(id, Transfer.State.CHECKED);
        transfers.update(transfer.in(Transfer.State.DROPPED).finished(clock.instant()));
        lines.empty(id);
        folders.of(Callers.current().authority(), id).clear();
        record("moving.dropped", transfer);
    }

    @Transactional(readOnly = true)
    List<Transfer> list() {
        Callers.require(Permission.TRANSFER);
        return transfers.list(SHOWN);
    }

    /** A transfer with its counts and some of its rows; looking at them is logged. */
    @Transactional
    TransferPage look(UUID id, Optional<Verdict> verdict, int after) {
        Callers.require(Permission.TRANSFER);
        Transfer transfer = transfers.get(id);
        List<Line> shown = lines.settledAfter(id, verdict, after, SHOWN + 1);
        audit.consulted(event("moving.report-viewed", transfer));
        return new TransferPage(
                transfer,
                lines.counts(id),
                verdict,
                shown.subList(0, Math.min(SHOWN, shown.size())),
                shown.size() > SHOWN);
    }

    /** Rows of the report that come after this one, for taking it along as a whole. */
    @Transactional(readOnly = true)
    List<Line> report(UUID id, int after, int most) {
        Callers.require(Permission.TRANSFER);
        return lines.settledAfter(id, Optional.empty(), after, most);
    }

    /** Logs that the report was taken along, and says which one it is. */
    @Transactional
    Transfer takeReport(UUID id) {
        Callers.require(Permission.TRANSFER);
        Transfer transfer = transfers.get(id);
        audit.consulted(event("moving.report-taken", transfer));
        return transfer;
    }

    @Transactional(readOnly = true)
    Transfer get(UUID id) {
        Callers.require(Permission.TRANSFER);
        return transfers.get(id);
    }

    /** Forgets what was kept long enough: trials after a month, reports of rows after two years. */
    @Transactional
    void forget() {
        Instant now = clock.instant();
        for (Transfer trial : transfers.forgotten(now.minus(UNDECIDED))) {
            transfers.update(trial.in(Transfer.State.DROPPED).finished(now));
            lines.empty(trial.id());
            folders.of(Callers.current().authority(), trial.id()).clear();
            record("moving.dropped", trial);
        }
        transfers.endedBefore(now.minus(REPORTED)).forEach(lines::remove);
    }

    @Transactional(readOnly = true)
    Optional<Transfer> atWork() {
        return transfers.atWork();
    }

    private Transfer in(UUID id, Transfer.State expected) {
        Transfer transfer = transfers.locked(id);
        if (transfer.state() != expected) {
            throw new Refused("moving.other-state");
        }
        return transfer;
    }

    private void update(Transfer transfer) {
        try {
            transfers.update(transfer);
        } catch (DuplicateKeyException another) {
            throw new Refused("moving.busy");
        }
    }

    private void record(String action, Transfer transfer) {
        audit.record(event(action, transfer));
    }

    static AuditEvent event(String action, Transfer transfer) {
        return AuditEvent.of(action, AuditEvent.Subject.of("TRANSFER", transfer.id()))
                .with("number", String.valueOf(transfer.number()));
    }

    private static Transfer.Asked asked(Caller caller) {
        boolean mayHire = caller.may(Permission.ADMINISTER) || caller.kind() == Caller.Kind.SERVICE;
        return new Transfer.Asked(caller.actor(), caller.name(), mayHire);
    }

    private static boolean isSheet(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return Sheet.of(last).isPresent();
    }
}
