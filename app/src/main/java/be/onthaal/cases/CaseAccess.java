// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.IN_EMERGENCY;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Entrusted;
import be.onthaal.access.Entrustments;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseTrail.Step;
import be.onthaal.cases.internal.db.tables.records.InEmergencyRecord;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.party.OwnFile;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees one case beyond his units and his clearance: people named on it, and whoever opened it
 * in an emergency. That last is told to those who watch over the log at once, ends by itself, and
 * is reviewed.
 */
@Service
public class CaseAccess {

    /** How long an emergency lasts. */
    public static final Duration EMERGENCY = Duration.ofHours(8);

    private final DSLContext sql;
    private final CaseStore cases;
    private final CaseTrail trail;
    private final CaseSight sight;
    private final Entrustments entrustments;
    private final Employees employees;
    private final OwnFile ownFile;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseAccess(
            DSLContext sql,
            CaseStore cases,
            CaseTrail trail,
            CaseSight sight,
            Entrustments entrustments,
            Employees employees,
            OwnFile ownFile,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.trail = trail;
        this.sight = sight;
        this.entrustments = entrustments;
        this.employees = employees;
        this.ownFile = ownFile;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** To whom a case is entrusted at this moment, as a part of its page. */
    public Part<List<Entrusted>> partOf(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return entrustments.partOf(id.value());
    }

    /** Whether the caller says who else sees a case: its handler does, and who spreads its work. */
    @Transactional(readOnly = true)
    public boolean decides(CaseFile file) {
        Caller caller = Callers.current();
        Optional<EmployeeId> me = caller.employee().map(EmployeeId::new);
        return caller.may(Permission.CASE_HANDLE)
                && ((me.isPresent() && me.equals(file.placement().handler()))
                        || caller.coordinates(file.placement().unit()))
                && !sight.isEmergency(file);
    }

    /**
     * Names a colleague on a case: he sees and handles it, whatever his unit and clearance. Nobody
     * names himself.
     *
     * @param until the last day, if it has one
     */
    @Transactional
    public void name(CaseId id, EmployeeId colleague, String reason, Optional<LocalDate> until) {
        CaseFile file = decided(id);
        Employee person = employees.get(colleague);
        if (person.account().equals(Callers.current().account())) {
            throw new Refused("cases.name-self");
        }
        LocalDate today = Brussels.today(clock);
        if (until.filter(day -> day.isBefore(today)).isPresent()) {
            throw new Refused("cases.named-past");
        }
        entrustments.entrust(
                new Entrusted.Wish(
                        person.account(),
                        person.name(),
                        thing(id, file.number()),
                        Entrusted.Way.NAMED,
                        reason,
                        until.map(day -> Brussels.startOfDay(day.plusDays(1)))));
        trail.inside(file, Step.of("cases.person-named", person.name()));
    }

    /** Takes a colleague off a case. */
    @Transactional
    public void end(CaseId id, UUID entrusted) {
        CaseFile file = decided(id);
        Entrusted ended = entrustments.end(id.value(), entrusted);
        trail.inside(file, Step.of("cases.person-taken-off", ended.person()));
    }

    /**
     * Opens a case that the caller may not see, for some hours. A case that he sees anyway is just
     * given back; his own file, or of somebody near to him, is refused here too.
     */
    @Transactional
    public CaseId openInEmergency(String number, String reason) {
        Caller caller = Callers.require(Permission.CASE_EMERGENCY);
        PublicNumber asked =
                PublicNumber.parse(number)
                        .orElseThrow(() -> new Refused("cases.number-unreadable"));
        Optional<CaseFile> seen = cases.find(asked);
        if (seen.isPresent()) {
            return seen.get().id();
        }
        Optional<InEmergencyRecord> found =
                sql.selectFrom(IN_EMERGENCY.call(asked.display())).fetchOptional();
        if (found.isEmpty()) {
            audit.refused(
                    AuditEvent.of(
                                    "cases.emergency-tried",
                                    AuditEvent.Subject.of("ACCOUNT", caller.actor()))
                            .with("number", asked.display()));
            throw new NotFound("cases.case");
        }
        InEmergencyRecord row = found.get();
        Optional<PartyId> party = Optional.ofNullable(row.getPartyId()).map(PartyId::new);
        ownFile.refuse(party.stream().toList());
        var id = new CaseId(row.getId());
        entrustments.entrust(
                new Entrusted.Wish(
                        caller.account(),
                        caller.name(),
                        thing(id, asked),
                        Entrusted.Way.EMERGENCY,
                        reason,
                        Optional.of(clock.instant().plus(EMERGENCY))));
        var subject =
                AuditEvent.Subject.of(
                                "CASE",
                                id.value(),
                                Confidentiality.of(row.getConfidentiality()),
                                new UnitId(row.getUnitId()))
                        .inCase(id.value());
        List<UUID> about = Stream.ofNullable(row.getPartyId()).toList();
        audit.record(
                AuditEvent.of("cases.emergency-opened", subject)
                        .about(about)
                        .with("number", asked.display()));
        events.publishEvent(new CaseOpenedInEmergency(id, asked, caller.name()));
        return id;
    }

    /** What was opened in an emergency, for those who watch over the log. */
    @Transactional(readOnly = true)
    public List<Entrusted> emergencies() {
        return entrustments.emergencies();
    }

    /** Says whether an emergency was one, after looking into it. */
    @Transactional
    public void review(UUID entrusted, boolean justified, String note) {
        Entrusted reviewed = entrustments.review(entrusted, justified, note);
        audit.record(
                AuditEvent.of(
                                "cases.emergency-reviewed",
                                AuditEvent.Subject.of("CASE", reviewed.thing().id()))
                        .with("number", reviewed.thing().number())
                        .with("justified", String.valueOf(justified)));
    }

    private CaseFile decided(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        CaseFile file = cases.locked(id);
        ownFile.refuse(file.customer().party().stream().toList());
        sight.refuseEmergency(file);
        if (!decides(file)) {
            throw new Refused("cases.name-right");
        }
        return file;
    }

    private static Entrusted.Thing thing(CaseId id, PublicNumber number) {
        return new Entrusted.Thing(id.value(), number.display());
    }
}
