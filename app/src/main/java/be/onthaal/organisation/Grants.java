// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static be.onthaal.organisation.internal.db.Tables.EMPLOYEE;
import static be.onthaal.organisation.internal.db.Tables.ROLE;
import static be.onthaal.organisation.internal.db.Tables.ROLE_GRANT;

import be.onthaal.access.AccountId;
import be.onthaal.access.Accounts;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which roles employees have, where and for how long; a change counts at their next click. */
@Service
public class Grants {

    private final DSLContext sql;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Grants(DSLContext sql, Accounts accounts, Audit audit, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A role of an employee.
     *
     * @param unit where it counts; everywhere in the authority when empty
     */
    public record Grant(
            UUID id,
            String role,
            Optional<UnitId> unit,
            LocalDate from,
            Optional<LocalDate> until) {}

    /** From which day until which day a role counts; without an end until it is ended. */
    public record Period(LocalDate from, Optional<LocalDate> until) {}

    /** The roles of the authority: their codes with their names. */
    @Transactional(readOnly = true)
    public Map<String, String> roles() {
        return sql.select(ROLE.CODE, ROLE.NAME)
                .from(ROLE)
                .where(ROLE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .orderBy(ROLE.CODE)
                .fetchMap(ROLE.CODE, ROLE.NAME);
    }

    /** Those who have a right now, wherever it counts. */
    @Transactional(readOnly = true)
    public List<AccountId> holding(Permission right) {
        LocalDate today = Brussels.today(clock);
        return sql.selectDistinct(EMPLOYEE.ACCOUNT_ID)
                .from(EMPLOYEE)
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.AUTHORITY_ID.eq(EMPLOYEE.AUTHORITY_ID))
                .and(ROLE_GRANT.EMPLOYEE_ID.eq(EMPLOYEE.ID))
                .join(ROLE)
                .on(ROLE.AUTHORITY_ID.eq(ROLE_GRANT.AUTHORITY_ID))
                .and(ROLE.ID.eq(ROLE_GRANT.ROLE_ID))
                .where(EMPLOYEE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(EMPLOYEE.LEFT_ON.isNull())
                .and(ROLE.PERMISSIONS.contains(new String[] {right.name()}))
                .and(ROLE_GRANT.VALID_FROM.le(today))
                .and(ROLE_GRANT.VALID_UNTIL.isNull().or(ROLE_GRANT.VALID_UNTIL.ge(today)))
                .fetch(row -> new AccountId(row.value1()));
    }

    /**
     * Those who have a right in a unit now.
     *
     * @param cleared for what they are to be cleared besides, when it is kept by another unit; a
     *     role in one unit clears for nothing beyond what is internal
     */
    @Transactional(readOnly = true)
    public List<AccountId> holding(
            Permission right, UnitId unit, Optional<Confidentiality> cleared) {
        if (cleared.filter(level -> level.compareTo(Confidentiality.INTERNAL) > 0).isPresent()) {
            return List.of();
        }
        LocalDate today = Brussels.today(clock);
        return sql.selectDistinct(EMPLOYEE.ACCOUNT_ID)
                .from(EMPLOYEE)
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.AUTHORITY_ID.eq(EMPLOYEE.AUTHORITY_ID))
                .and(ROLE_GRANT.EMPLOYEE_ID.eq(EMPLOYEE.ID))
                .join(ROLE)
                .on(ROLE.AUTHORITY_ID.eq(ROLE_GRANT.AUTHORITY_ID))
                .and(ROLE.ID.eq(ROLE_GRANT.ROLE_ID))
                .where(EMPLOYEE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(EMPLOYEE.LEFT_ON.isNull())
                .and(ROLE_GRANT.UNIT_ID.eq(unit.value()))
                .and(ROLE.PERMISSIONS.contains(new String[] {right.name()}))
                .and(ROLE.CLEARANCE.ge(cleared.map(Confidentiality::level).orElse(0)))
                .and(ROLE_GRANT.VALID_FROM.le(today))
                .and(ROLE_GRANT.VALID_UNTIL.isNull().or(ROLE_GRANT.VALID_UNTIL.ge(today)))
                .fetch(row -> new AccountId(row.value1()));
    }

    /** Gives the standard roles to a new authority. */
    @Transactional
    public void standardRoles() {
        UUID authority = Callers.current().authority().value();
        for (StandardRole role : StandardRole.values()) {
            sql.insertInto(ROLE)
                    .set(ROLE.AUTHORITY_ID, authority)
                    .set(ROLE.ID, Ids.next())
                    .set(ROLE.CODE, role.name())
                    .set(ROLE.NAME, role.label())
                    .set(
                            ROLE.PERMISSIONS,
                            role.permissions().stream().map(Enum::name).toArray(String[]::new))
                    .set(ROLE.CLEARANCE, role.clearance().level())
                    .onConflictDoNothing()
                    .execute();
        }
        audit.record(
                AuditEvent.of(
                        "organisation.roles-made", AuditEvent.Subject.of("AUTHORITY", authority)));
    }

    /** Gives a role from today, in one unit or everywhere. */
    @Transactional
    public void grant(
            EmployeeId employee, String role, Optional<UnitId> unit, Optional<LocalDate> until) {
        grant(employee, role, unit, new Period(Brussels.today(clock), until));
    }

    /** Gives a role for a period, in one unit or everywhere. */
    @Transactional
    public void grant(EmployeeId employee, String role, Optional<UnitId> unit, Period period) {
        Callers.require(Permission.ADMINISTER);
        UUID authority = Callers.current().authority().value();
        refuseStranger(authority, employee);
        UUID roleId =
                sql.select(ROLE.ID)
                        .from(ROLE)
                        .where(ROLE.AUTHORITY_ID.eq(authority))
                        .and(ROLE.CODE.eq(role))
                        .fetchOptional(ROLE.ID)
                        .orElseThrow(() -> new NotFound("organisation.role"));
        sql.insertInto(ROLE_GRANT)
                .set(ROLE_GRANT.AUTHORITY_ID, authority)
                .set(ROLE_GRANT.ID, Ids.next())
                .set(ROLE_GRANT.EMPLOYEE_ID, employee.value())
                .set(ROLE_GRANT.ROLE_ID, roleId)
                .set(ROLE_GRANT.UNIT_ID, unit.map(UnitId::value).orElse(null))
                .set(ROLE_GRANT.VALID_FROM, period.from())
                .set(ROLE_GRANT.VALID_UNTIL, period.until().orElse(null))
                .set(ROLE_GRANT.GRANTED_BY, Callers.current().name())
                .execute();
        changed("organisation.role-granted", employee, role);
    }

    /** Ends a role at once. */
    @Transactional
    public void end(EmployeeId employee, UUID grant) {
        Callers.require(Permission.ADMINISTER);
        int ended =
                sql.update(ROLE_GRANT)
                        .set(ROLE_GRANT.VALID_UNTIL, yesterday())
                        .set(
                                ROLE_GRANT.VALID_FROM,
                                DSL.least(ROLE_GRANT.VALID_FROM, DSL.val(yesterday())))
                        .where(ROLE_GRANT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(ROLE_GRANT.ID.eq(grant))
                        .and(ROLE_GRANT.EMPLOYEE_ID.eq(employee.value()))
                        .execute();
        if (ended == 0) {
            throw new NotFound("organisation.role");
        }
        changed("organisation.role-ended", employee, grant.toString());
    }

    /** The roles that an employee has or will have. */
    @Transactional(readOnly = true)
    public List<Grant> of(EmployeeId employee) {
        return sql.select(
                        ROLE_GRANT.ID,
                        ROLE.NAME,
                        ROLE_GRANT.UNIT_ID,
                        ROLE_GRANT.VALID_FROM,
                        ROLE_GRANT.VALID_UNTIL)
                .from(ROLE_GRANT)
                .join(ROLE)
                .on(ROLE.AUTHORITY_ID.eq(ROLE_GRANT.AUTHORITY_ID))
                .and(ROLE.ID.eq(ROLE_GRANT.ROLE_ID))
                .where(ROLE_GRANT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(ROLE_GRANT.EMPLOYEE_ID.eq(employee.value()))
                .and(
                        ROLE_GRANT
                                .VALID_UNTIL
                                .isNull()
                                .or(ROLE_GRANT.VALID_UNTIL.ge(Brussels.today(clock))))
                .orderBy(ROLE_GRANT.VALID_FROM, ROLE_GRANT.ID)
                .fetch(row ->
                        new Grant(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).map(UnitId::new),
                                row.value4(),
                                Optional.ofNullable(row.value5())));
    }

    private void refuseStranger(UUID authority, EmployeeId employee) {
        boolean known =
                sql.fetchExists(
                        EMPLOYEE,
                        EMPLOYEE.AUTHORITY_ID.eq(authority).and(EMPLOYEE.ID.eq(employee.value())));
        if (!known) {
            throw new NotFound("organisation.employee");
        }
    }

    void endAll(EmployeeId employee) {
        of(employee).forEach(grant -> end(employee, grant.id()));
    }

    void follow(UnitId closed, UnitId successor) {
        sql.update(ROLE_GRANT)
                .set(ROLE_GRANT.UNIT_ID, successor.value())
                .where(ROLE_GRANT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(ROLE_GRANT.UNIT_ID.eq(closed.value()))
                .execute();
        membersOf(successor).forEach(this::rightsChanged);
    }

    void copy(UnitId from, UnitId to) {
        UUID authority = Callers.current().authority().value();
        sql.insertInto(ROLE_GRANT)
                .columns(
                        ROLE_GRANT.AUTHORITY_ID,
                        ROLE_GRANT.EMPLOYEE_ID,
                        ROLE_GRANT.ROLE_ID,
                        ROLE_GRANT.UNIT_ID,
                        ROLE_GRANT.VALID_FROM,
                        ROLE_GRANT.VALID_UNTIL,
                        ROLE_GRANT.GRANTED_BY)
                .select(
                        DSL.select(
                                        ROLE_GRANT.AUTHORITY_ID,
                                        ROLE_GRANT.EMPLOYEE_ID,
                                        ROLE_GRANT.ROLE_ID,
                                        DSL.val(to.value()),
                                        ROLE_GRANT.VALID_FROM,
                                        ROLE_GRANT.VALID_UNTIL,
                                        DSL.val(Callers.current().name()))
                                .from(ROLE_GRANT)
                                .where(ROLE_GRANT.AUTHORITY_ID.eq(authority))
                                .and(ROLE_GRANT.UNIT_ID.eq(from.value())))
                .execute();
        membersOf(to).forEach(this::rightsChanged);
    }

    private List<AccountId> membersOf(UnitId unit) {
        return sql.selectDistinct(EMPLOYEE.ACCOUNT_ID)
                .from(EMPLOYEE)
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.AUTHORITY_ID.eq(EMPLOYEE.AUTHORITY_ID))
                .and(ROLE_GRANT.EMPLOYEE_ID.eq(EMPLOYEE.ID))
                .where(EMPLOYEE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(ROLE_GRANT.UNIT_ID.eq(unit.value()))
                .fetch(row -> new AccountId(row.value1()));
    }

    private void changed(String action, EmployeeId employee, String role) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("EMPLOYEE", employee.value()))
                        .with("role", role));
        sql.select(EMPLOYEE.ACCOUNT_ID)
                .from(EMPLOYEE)
                .where(EMPLOYEE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(EMPLOYEE.ID.eq(employee.value()))
                .fetch(row -> new AccountId(row.value1()))
                .forEach(this::rightsChanged);
    }

    private void rightsChanged(AccountId account) {
        accounts.rightsChanged(account);
    }

    private LocalDate yesterday() {
        return Brussels.today(clock).minusDays(1);
    }
}
