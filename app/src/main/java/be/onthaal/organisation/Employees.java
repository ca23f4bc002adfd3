// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static be.onthaal.organisation.internal.db.Tables.EMPLOYEE;

import be.onthaal.access.AccountId;
import be.onthaal.access.Accounts;
import be.onthaal.access.Callers;
import be.onthaal.access.Entrustments;
import be.onthaal.access.Invitations;
import be.onthaal.access.Permission;
import be.onthaal.access.ProviderIdentities;
import be.onthaal.access.SecondSteps;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.organisation.internal.db.Routines;
import be.onthaal.organisation.internal.db.tables.records.EmployeeRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work for the authority: they come, and they leave their open work behind. */
@Service
public class Employees {

    private final DSLContext sql;
    private final Accounts accounts;
    private final Invitations invitations;
    private final ProviderIdentities identities;
    private final SecondSteps secondSteps;
    private final Grants grants;
    private final Entrustments entrustments;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Employees(
            DSLContext sql,
            Accounts accounts,
            Invitations invitations,
            ProviderIdentities identities,
            SecondSteps secondSteps,
            Grants grants,
            Entrustments entrustments,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.invitations = invitations;
        this.identities = identities;
        this.secondSteps = secondSteps;
        this.grants = grants;
        this.entrustments = entrustments;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Those who work here today, by name. */
    @Transactional(readOnly = true)
    public List<Employee> list() {
        return working().fetch(Employees::read);
    }

    /** The same, as a part of a page. */
    public Part<List<Employee>> partOfList() {
        return Part.all(working(), Employees::read);
    }

    @Transactional(readOnly = true)
    public Employee get(EmployeeId id) {
        return sql.selectFrom(EMPLOYEE)
                .where(EMPLOYEE.AUTHORITY_ID.eq(authority()))
                .and(EMPLOYEE.ID.eq(id.value()))
                .fetchOptional(Employees::read)
                .orElseThrow(() -> new NotFound("organisation.employee"));
    }

    /** Takes somebody in; whoever works here already, or did before, is not doubled. */
    @Transactional
    public Employee hire(NewEmployee person) {
        Callers.require(Permission.ADMINISTER);
        AccountId account = accounts.open(person.email().normalised(), person.name());
        UUID id =
                sql.insertInto(EMPLOYEE)
                        .set(EMPLOYEE.AUTHORITY_ID, authority())
                        .set(EMPLOYEE.ID, Ids.next())
                        .set(EMPLOYEE.ACCOUNT_ID, account.value())
                        .set(EMPLOYEE.DISPLAY_NAME, person.name().strip())
                        .set(EMPLOYEE.FUNCTION_TITLE, person.function().strip())
                        .set(EMPLOYEE.EMAIL, person.email().value())
                        .set(EMPLOYEE.JOINED_ON, Brussels.today(clock))
                        .onConflict(EMPLOYEE.AUTHORITY_ID, EMPLOYEE.ACCOUNT_ID)
                        .doUpdate()
                        .setNull(EMPLOYEE.LEFT_ON)
                        .set(EMPLOYEE.DISPLAY_NAME, person.name().strip())
                        .set(EMPLOYEE.FUNCTION_TITLE, person.function().strip())
                        .returning(EMPLOYEE.ID)
                        .fetchSingle(EMPLOYEE.ID);
        audit.record(
                AuditEvent.of(
                        "organisation.employee-joined", AuditEvent.Subject.of("EMPLOYEE", id)));
        return get(new EmployeeId(id));
    }

    /** A link with which an employee without a password chooses one; it is shown once. */
    @Transactional
    public Token invite(EmployeeId id) {
        Callers.require(Permission.ADMINISTER);
        Employee employee = get(id);
        if (employee.leftOn().isPresent()) {
            throw new Refused("organisation.employee-left", employee.name());
        }
        if (Routines.worksElsewhere(sql.configuration(), employee.account().value())) {
            throw new Refused("organisation.works-elsewhere", employee.name());
        }
        Token link = invitations.invite(employee.account());
        audit.record(
                AuditEvent.of(
                        "organisation.employee-invited",
                        AuditEvent.Subject.of("EMPLOYEE", id.value())));
        return link;
    }

    /** Lets somebody go: rights end now, open work goes back to the units. */
    @Transactional
    public void leave(EmployeeId id) {
        Callers.require(Permission.ADMINISTER);
        Employee employee = get(id);
        grants.endAll(id);
        sql.update(EMPLOYEE)
                .set(EMPLOYEE.LEFT_ON, Brussels.today(clock))
                .where(EMPLOYEE.AUTHORITY_ID.eq(authority()))
                .and(EMPLOYEE.ID.eq(id.value()))
                .execute();
        entrustments.endAll(employee.account());
        accounts.rightsChanged(employee.account());
        identities.erase(employee.account());
        audit.record(
                AuditEvent.of(
                        "organisation.employee-left",
                        AuditEvent.Subject.of("EMPLOYEE", id.value())));
        events.publishEvent(new EmployeeLeft(id));
    }

    /** By what the identity provider knows somebody who works here, if that was written down. */
    @Transactional(readOnly = true)
    public Optional<ProviderIdentities.Known> identityOf(EmployeeId id) {
        return identities.of(get(id).account());
    }

    /** Writes down by what the identity provider knows somebody; from then on he may use it. */
    @Transactional
    public void writeIdentity(EmployeeId id, String identity) {
        Callers.require(Permission.ADMINISTER);
        Employee employee = get(id);
        if (employee.leftOn().isPresent()) {
            throw new NotFound("organisation.employee");
        }
        identities.write(employee.account(), identity);
        record("organisation.identity-written", id);
    }

    /** Lets somebody sign in with the identity provider no longer; who did so is out. */
    @Transactional
    public void eraseIdentity(EmployeeId id) {
        Callers.require(Permission.ADMINISTER);
        identities.erase(get(id).account());
        record("organisation.identity-erased", id);
    }

    /** Whether somebody who works here is asked for a code after his password. */
    @Transactional(readOnly = true)
    public boolean hasSecondStep(EmployeeId id) {
        return secondSteps.isAsked(get(id).account());
    }

    /** Helps somebody who lost his telephone: his password alone is enough again. */
    @Transactional
    public void resetSecondStep(EmployeeId id) {
        Callers.require(Permission.ADMINISTER);
        secondSteps.reset(get(id).account());
        record("organisation.second-step-reset", id);
    }

    private void record(String action, EmployeeId id) {
        audit.record(AuditEvent.of(action, AuditEvent.Subject.of("EMPLOYEE", id.value())));
    }

    private Select<EmployeeRecord> working() {
        return sql.selectFrom(EMPLOYEE)
                .where(EMPLOYEE.AUTHORITY_ID.eq(authority()))
                .and(EMPLOYEE.LEFT_ON.isNull())
                .orderBy(EMPLOYEE.DISPLAY_NAME, EMPLOYEE.ID);
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static Employee read(EmployeeRecord row) {
        return new Employee(
                new EmployeeId(row.getId()),
                new AccountId(row.getAccountId()),
                row.getDisplayName(),
                row.getFunctionTitle(),
                new EmailAddress(row.getEmail()),
                row.getJoinedOn(),
                Optional.ofNullable(row.getLeftOn()));
    }
}
