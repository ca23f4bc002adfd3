// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.FileNames;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.documents.Upload;
import be.onthaal.files.Files;
import be.onthaal.notifications.Live;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.scanning.internal.StackStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stacks of scans: kept as they come, and read after. */
@Service
public class Stacks {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 500;
    private static final Duration SHOWN = Duration.ofDays(3);

    private final StackStore stacks;
    private final Files files;
    private final Units units;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    Stacks(StackStore stacks, Files files, Units units, Audit audit, Live live, Clock clock) {
        this.stacks = stacks;
        this.files = files;
        this.units = units;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Keeps a file for a unit, before anything of it is read. The same bytes are kept once: false
     * when they came in before.
     */
    @Transactional
    public boolean take(ScanStack.Origin origin, UnitId unit, Confidentiality level, Upload file) {
        Callers.require(Permission.POST_HANDLE);
        refuse(unit, level, file);
        Files.Content kept = files.keep(file.bytes());
        String safe = FileNames.safe(file.name());
        var stack =
                new ScanStack(
                        Ids.next(),
                        origin,
                        safe.isEmpty() ? "scan" : safe,
                        kept.digest(),
                        unit,
                        level,
                        ScanStack.State.WAITING,
                        "",
                        0,
                        0,
                        clock.instant(),
                        Callers.current().name());
        if (!stacks.insert(stack, kept.size())) {
            return false;
        }
        audit.record(AuditEvent.of("scanning.taken", subject(stack)).with("name", stack.name()));
        live.changed("scans");
        return true;
    }

    /** The stacks of the last days that the caller works on, the newest first. */
    @Transactional(readOnly = true)
    public List<ScanStack> recent() {
        Callers.require(Permission.POST_VIEW);
        return stacks.recent(clock.instant().minus(SHOWN), MOST);
    }

    /** Has one that could not be read looked at again. */
    @Transactional
    public void again(UUID id) {
        ScanStack stack = refused(id);
        stacks.write(id, ScanStack.State.WAITING, "", 0);
        audit.record(AuditEvent.of("scanning.again", subject(stack)));
        live.changed("scans");
    }

    /** Throws one away that could not be read; the reason stays in the log. */
    @Transactional
    public void discard(UUID id, String reason) {
        ScanStack stack = refused(id);
        String why =
                FreeText.required(
                        reason, LONGEST_REASON, "scanning.reason-missing", "scanning.reason-long");
        stacks.write(id, ScanStack.State.DISCARDED, stack.reason(), stack.pages());
        audit.record(AuditEvent.of("scanning.discarded", subject(stack)).with("reason", why));
        live.changed("scans");
    }

    private ScanStack refused(UUID id) {
        Callers.require(Permission.POST_HANDLE);
        ScanStack stack = stacks.locked(id);
        if (stack.state() != ScanStack.State.REFUSED) {
            throw new Refused("scanning.stack-read");
        }
        return stack;
    }

    private void refuse(UnitId id, Confidentiality level, Upload file) {
        Unit unit = units.get(id);
        if (!unit.openOn(Brussels.today(clock))) {
            throw new Refused("organisation.unit-closed", unit.name());
        }
        var rights = Callers.current().rights();
        boolean sees = level.compareTo(rights.clearance()) <= 0 || rights.units().contains(id);
        if (!sees && Callers.current().kind() != be.onthaal.access.Caller.Kind.SERVICE) {
            throw new Refused("scanning.beyond-you");
        }
        if (file.size() <= 0) {
            throw new Refused("documents.empty");
        }
        if (file.size() > Upload.LARGEST) {
            throw new Refused("documents.too-large");
        }
    }

    private static AuditEvent.Subject subject(ScanStack stack) {
        return AuditEvent.Subject.of("SCANS", stack.id(), stack.confidentiality(), stack.unit());
    }
}
