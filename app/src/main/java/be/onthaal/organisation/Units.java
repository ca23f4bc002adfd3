// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static be.onthaal.organisation.internal.db.Tables.UNIT;
import static be.onthaal.organisation.internal.db.Tables.UNIT_CHANGE;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.organisation.internal.db.tables.records.UnitRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The services and teams of the authority, opened, renamed, split, merged and closed on a date. */
@Service
public class Units {

    private static final int LONGEST_NAME = 200;

    private final DSLContext sql;
    private final Audit audit;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Units(
            DSLContext sql,
            Audit audit,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /** The units that are open today, by name. */
    @Transactional(readOnly = true)
    public List<Unit> list() {
        LocalDate today = Brussels.today(clock);
        return all().stream().filter(unit -> unit.openOn(today)).toList();
    }

    /** Every unit there ever was, by name. */
    @Transactional(readOnly = true)
    public List<Unit> all() {
        return units().fetch(Units::read);
    }

    /** The same, as a part of a page. */
    public Part<List<Unit>> partOfAll() {
        return Part.all(units(), Units::read);
    }

    @Transactional(readOnly = true)
    public Unit get(UnitId id) {
        return sql.selectFrom(UNIT)
                .where(UNIT.AUTHORITY_ID.eq(authority().value()))
                .and(UNIT.ID.eq(id.value()))
                .fetchOptional(Units::read)
                .orElseThrow(() -> new NotFound("organisation.unit"));
    }

    /** Opens a unit, or a team inside one. */
    @Transactional
    public Unit open(String name, Optional<UnitId> parent) {
        Callers.require(Permission.ADMINISTER);
        Unit unit =
                new Unit(
                        new UnitId(Ids.next()),
                        parent,
                        parent.isPresent() ? Unit.Kind.TEAM : Unit.Kind.UNIT,
                        checked(name),
                        Brussels.today(clock),
                        Optional.empty());
        sql.insertInto(UNIT)
                .set(UNIT.AUTHORITY_ID, authority().value())
                .set(UNIT.ID, unit.id().value())
                .set(UNIT.PARENT_ID, parent.map(UnitId::value).orElse(null))
                .set(UNIT.KIND, unit.kind().name())
                .set(UNIT.NAME, unit.name())
                .set(UNIT.OPENED_ON, unit.openedOn())
                .execute();
        changed("OPENED", unit, Optional.empty(), Optional.of(unit.name()));
        return unit;
    }

    /** Gives it another name; its history keeps the old one. */
    @Transactional
    public void rename(UnitId id, String name) {
        Callers.require(Permission.ADMINISTER);
        Unit unit = stillOpen(id);
        sql.update(UNIT)
                .set(UNIT.NAME, checked(name))
                .where(UNIT.AUTHORITY_ID.eq(authority().value()))
                .and(UNIT.ID.eq(id.value()))
                .execute();
        changed("RENAMED", unit, Optional.empty(), Optional.of(name));
    }

    /** Closes it; open work, mailboxes and the rights of its people go to the successor. */
    @Transactional
    public void mergeInto(UnitId id, UnitId successor) {
        Callers.require(Permission.ADMINISTER);
        if (id.equals(successor)) {
            throw new Refused("organisation.merge-into-itself");
        }
        Unit unit = stillOpen(id);
        Unit next = stillOpen(successor);
        close(unit);
        grants.follow(id, successor);
        changed("MERGED", unit, Optional.of(next.id()), Optional.of(next.name()));
        events.publishEvent(new UnitSucceeded(id, successor));
    }

    /** Opens a new unit beside it, with the same people; work is moved by those who know it. */
    @Transactional
    public Unit split(UnitId id, String newName) {
        Callers.require(Permission.ADMINISTER);
        Unit unit = stillOpen(id);
        Unit part = open(newName, unit.parent());
        grants.copy(id, part.id());
        changed("SPLIT", unit, Optional.of(part.id()), Optional.of(part.name()));
        return part;
    }

    /**
     * The unit that does the work of this one today: itself while it is open, or its last
     * successor.
     */
    @Transactional(readOnly = true)
    public Unit workedOnBy(UnitId id) {
        Unit unit = get(id);
        Set<UnitId> passed = new HashSet<>();
        while (unit.closedOn().isPresent() && passed.add(unit.id())) {
            Optional<UnitId> next = successor(unit.id());
            if (next.isEmpty()) {
                return unit;
            }
            unit = get(next.get());
        }
        return unit;
    }

    private Optional<UnitId> successor(UnitId id) {
        return sql.select(UNIT_CHANGE.SUCCESSOR_ID)
                .from(UNIT_CHANGE)
                .where(UNIT_CHANGE.AUTHORITY_ID.eq(authority().value()))
                .and(UNIT_CHANGE.UNIT_ID.eq(id.value()))
                .and(UNIT_CHANGE.SUCCESSOR_ID.isNotNull())
                .orderBy(UNIT_CHANGE.RECORDED_AT.desc(), UNIT_CHANGE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new UnitId(row.value1()));
    }

    /** What became of a unit, oldest first. */
    @Transactional(readOnly = true)
    public List<Change> history(UnitId id) {
        return sql.selectFrom(UNIT_CHANGE)
                .where(UNIT_CHANGE.AUTHORITY_ID.eq(authority().value()))
                .and(UNIT_CHANGE.UNIT_ID.eq(id.value()))
                .orderBy(UNIT_CHANGE.RECORDED_AT, UNIT_CHANGE.ID)
                .fetch(row ->
                        new Change(
                                row.getKind(),
                                row.getOldName(),
                                Optional.ofNullable(row.getNewName()),
                                row.getOnDate()));
    }

    /** One step in the life of a unit. */
    public record Change(String kind, String oldName, Optional<String> newName, LocalDate on) {}

    private void close(Unit unit) {
        LocalDate today = Brussels.today(clock);
        sql.update(UNIT)
                .set(UNIT.CLOSED_ON, today)
                .where(UNIT.AUTHORITY_ID.eq(authority().value()))
                .and(UNIT.ID.eq(unit.id().value()))
                .execute();
    }

    private Unit stillOpen(UnitId id) {
        Unit unit = get(id);
        if (unit.closedOn().isPresent()) {
            throw new Refused("organisation.unit-closed", unit.name());
        }
        return unit;
    }

    private void changed(
            String kind, Unit unit, Optional<UnitId> successor, Optional<String> newName) {
        sql.insertInto(UNIT_CHANGE)
                .set(UNIT_CHANGE.AUTHORITY_ID, authority().value())
                .set(UNIT_CHANGE.ID, Ids.next())
                .set(UNIT_CHANGE.KIND, kind)
                .set(UNIT_CHANGE.UNIT_ID, unit.id().value())
                .set(UNIT_CHANGE.SUCCESSOR_ID, successor.map(UnitId::value).orElse(null))
                .set(UNIT_CHANGE.OLD_NAME, unit.name())
                .set(UNIT_CHANGE.NEW_NAME, newName.orElse(null))
                .set(UNIT_CHANGE.ON_DATE, Brussels.today(clock))
                .set(UNIT_CHANGE.RECORDED_AT, clock.instant())
                .set(UNIT_CHANGE.RECORDED_BY, Callers.current().name())
                .execute();
        audit.record(
                AuditEvent.of(
                                "organisation.unit-" + kind.toLowerCase(java.util.Locale.ROOT),
                                AuditEvent.Subject.of("UNIT", unit.id().value()))
                        .with("name", unit.name()));
    }

    private Select<UnitRecord> units() {
        return sql.selectFrom(UNIT)
                .where(UNIT.AUTHORITY_ID.eq(authority().value()))
                .orderBy(UNIT.NAME, UNIT.ID);
    }

    private static String checked(String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new Refused("organisation.unit-name", LONGEST_NAME);
        }
        return clean;
    }

    private static AuthorityId authority() {
        return Callers.current().authority();
    }

    private static Unit read(UnitRecord row) {
        return new Unit(
                new UnitId(row.getId()),
                Optional.ofNullable(row.getParentId()).map(UnitId::new),
                Unit.Kind.valueOf(row.getKind()),
                row.getName(),
                row.getOpenedOn(),
                Optional.ofNullable(row.getClosedOn()));
    }
}
