// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.access.AccountId;
import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.AuthorityGroupId;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Invitations;
import be.onthaal.access.Purpose;
import be.onthaal.access.UnitId;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.OvoCode;
import be.onthaal.common.Token;
import be.onthaal.database.Ids;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;

/** Makes towns for tests: a municipality and its OCMW with a unit, people and roles. */
@TestConfiguration(proxyBeanMethods = false)
public class TownFixtures {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Authorities authorities;
    private final Units units;
    private final Employees employees;
    private final Grants grants;
    private final StaffDirectory staff;
    private final Invitations invitations;

    TownFixtures(
            Authorities authorities,
            Units units,
            Employees employees,
            Grants grants,
            StaffDirectory staff,
            Invitations invitations) {
        this.authorities = authorities;
        this.units = units;
        this.employees = employees;
        this.grants = grants;
        this.staff = staff;
        this.invitations = invitations;
    }

    /** A municipality and its OCMW, which share customers. */
    public record Town(TestAuthority municipality, TestAuthority ocmw) {}

    /** An authority with one unit called "Onthaal". */
    public record TestAuthority(Authority authority, UnitId unit, Caller administrator) {

        public Caller service() {
            return Caller.service("test", authority);
        }
    }

    /** A new town that no other test knows. */
    public Town found() {
        AuthorityGroupId group =
                Callers.as(Caller.service("test"), () -> authorities.found("Groep"));
        return new Town(
                found(group, Authority.Kind.MUNICIPALITY), found(group, Authority.Kind.OCMW));
    }

    /** Somebody chooses his password, with a link as people get it. */
    public void password(AccountId account, String password) {
        Token link = Callers.as(Caller.service("test"), () -> invitations.invite(account));
        Callers.run(Caller.signingIn(), () -> invitations.accept(link, password));
    }

    /** A town that is not in yet, in a group of its own. */
    public Authority unfounded() {
        AuthorityGroupId group =
                Callers.as(Caller.service("test"), () -> authorities.found("Groep"));
        return unfounded(group, Authority.Kind.MUNICIPALITY);
    }

    /**
     * Somebody with a role in the unit of the authority, as a caller; a coordinator has it
     * everywhere.
     */
    public Caller person(TestAuthority where, StandardRole role) {
        Caller member = person(where, role, Optional.of(where.unit()));
        if (role != StandardRole.COORDINATOR) {
            return member;
        }
        var employee = new EmployeeId(member.employee().orElseThrow());
        Callers.run(
                where.administrator(),
                () -> grants.grant(employee, role.name(), Optional.empty(), Optional.empty()));
        return caller(where, Callers.as(where.service(), () -> employees.get(employee)));
    }

    /** Somebody with a role in one unit, or in the whole authority. */
    public Caller person(TestAuthority where, StandardRole role, Optional<UnitId> unit) {
        int number = COUNTER.incrementAndGet();
        Employee employee =
                Callers.as(
                        where.administrator(),
                        () -> {
                            var address = new EmailAddress("collega" + number + "@voorbeeld.be");
                            Employee hired =
                                    employees.hire(
                                            new NewEmployee(
                                                    "Collega " + number, role.label(), address));
                            grants.grant(hired.id(), role.name(), unit, Optional.empty());
                            return hired;
                        });
        return caller(where, employee);
    }

    /** The employee as a caller with the rights he has now. */
    public Caller caller(TestAuthority where, Employee employee) {
        var scope = new Caller.Scope(where.authority().id(), where.authority().group());
        var standing =
                Callers.as(
                        where.service(),
                        () -> staff.standingOf(employee.account(), where.authority().id()));
        return Caller.employee(employee.account(), standing.orElseThrow(), scope, Purpose.CONTACT);
    }

    private TestAuthority found(AuthorityGroupId group, Authority.Kind kind) {
        Authority authority = unfounded(group, kind);
        Callers.run(Caller.service("test"), () -> authorities.found(authority));
        Caller founder = administrator(authority);
        UnitId unit =
                Callers.as(
                        founder,
                        () -> {
                            grants.standardRoles();
                            return units.open("Onthaal", Optional.empty()).id();
                        });
        return new TestAuthority(authority, unit, founder);
    }

    private static Authority unfounded(AuthorityGroupId group, Authority.Kind kind) {
        int number = COUNTER.incrementAndGet();
        return new Authority(
                new AuthorityId(Ids.next()),
                group,
                kind,
                kind == Authority.Kind.OCMW ? "OCMW Proefdorp" : "Proefdorp",
                "proefdorp-" + number,
                new Authority.Numbers(
                        enterprise(number),
                        new OvoCode("OVO%06d".formatted(number)),
                        new NisCode("11029")),
                "default",
                List.of("nl", "fr", "en"),
                List.of());
    }

    private static Caller administrator(Authority authority) {
        var scope = new Caller.Scope(authority.id(), authority.group());
        return new Caller(
                Caller.Kind.EMPLOYEE,
                UUID.randomUUID(),
                "Stichter",
                Optional.of(scope),
                Optional.empty(),
                new Caller.Rights(
                        StandardRole.ADMINISTRATOR.permissions(),
                        Set.of(),
                        be.onthaal.access.Confidentiality.INTERNAL),
                Purpose.ADMINISTRATION);
    }

    private static EnterpriseNumber enterprise(int number) {
        int stem = 2_000_000 + number;
        return new EnterpriseNumber("%08d%02d".formatted(stem, 97 - stem % 97));
    }
}
