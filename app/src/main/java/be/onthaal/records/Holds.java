// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseRecords;
import be.onthaal.cases.CaseTypes;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.party.PartyId;
import be.onthaal.records.Hold.Scope;
import be.onthaal.records.internal.Gate;
import be.onthaal.records.internal.HoldStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: they keep what they are about from destruction, whatever its date, until lifted. */
@Service
public class Holds {

    private static final int LONGEST_REASON = 2_000;

    private final HoldStore holds;
    private final Gate gate;
    private final CaseRecords cases;
    private final CaseTypes types;
    private final Audit audit;
    private final Clock clock;

    Holds(
            HoldStore holds,
            Gate gate,
            CaseRecords cases,
            CaseTypes types,
            Audit audit,
            Clock clock) {
        this.holds = holds;
        this.gate = gate;
        this.cases = cases;
        this.types = types;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps one case, open or closed. */
    @Transactional
    public Hold onCase(String number, String reason) {
        Callers.require(Permission.RECORDS_MANAGE);
        gate.placing();
        CaseFile file = file(number);
        return place(new Scope.OfCase(file.id()), file.number().display(), reason);
    }

    /** Keeps every case of the customer of a case. */
    @Transactional
    public Hold onCustomerOf(String number, String reason) {
        Callers.require(Permission.RECORDS_MANAGE);
        gate.placing();
        CaseFile file = file(number);
        PartyId party =
                file.customer().party().orElseThrow(() -> new Refused("records.no-customer"));
        return place(new Scope.OfCustomer(party), file.number().display(), reason);
    }

    /** Keeps the cases of a type that were opened in a period. */
    @Transactional
    public Hold onType(String typeCode, LocalDate from, LocalDate until, String reason) {
        Callers.require(Permission.RECORDS_MANAGE);
        gate.placing();
        if (until.isBefore(from)) {
            throw new Refused("records.period");
        }
        String code = types.current(typeCode).code();
        return place(new Scope.OfType(code, from, until), "", reason);
    }

    /** Lifts a hold; what it kept may be proposed again. */
    @Transactional
    public void lift(UUID id, String reason) {
        Caller caller = Callers.require(Permission.RECORDS_MANAGE);
        String why = written(reason);
        Hold hold = holds.get(id);
        if (hold.lifted().isPresent()) {
            throw new Refused("records.lifted");
        }
        holds.lift(id, new Hold.Lifted(new Hold.Done(clock.instant(), caller.name()), why));
        audit.record(event("records.hold-lifted", hold));
        if (hold.scope() instanceof Scope.OfCase one) {
            cases.recompute(one.file());
        }
    }

    /** Those in force, the newest first, and then the lifted ones. */
    @Transactional(readOnly = true)
    public List<Hold> list(int most) {
        Callers.require(Permission.RECORDS_MANAGE);
        return holds.list(most);
    }

    private Hold place(Scope scope, String about, String reason) {
        String why = written(reason);
        var hold =
                new Hold(
                        Ids.next(),
                        scope,
                        about,
                        why,
                        new Hold.Done(clock.instant(), Callers.current().name()),
                        Optional.empty());
        holds.insert(hold);
        audit.record(event("records.hold-placed", hold));
        return hold;
    }

    private CaseFile file(String number) {
        return PublicNumber.parse(number.strip())
                .flatMap(cases::find)
                .orElseThrow(() -> new NotFound("records.case"));
    }

    private static String written(String reason) {
        return FreeText.required(
                reason, LONGEST_REASON, "records.reason-missing", "records.reason-long");
    }

    private static AuditEvent event(String action, Hold hold) {
        AuditEvent event = AuditEvent.of(action, AuditEvent.Subject.of("HOLD", hold.id()));
        return switch (hold.scope()) {
            case Scope.OfCase one -> event.with("case", hold.about());
            case Scope.OfType type -> event.with("type", type.typeCode());
            case Scope.OfCustomer customer ->
                    event.about(customer.party().value()).with("case", hold.about());
        };
    }
}
