// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.AuthorityGroupId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Purpose;
import be.onthaal.access.UnitId;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.OpenInterval;
import be.onthaal.common.OpeningHours;
import be.onthaal.founding.Founding;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.NewMailbox;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.UnitHours;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds the towns: authorities, units, roles, colleagues and case types. */
@Component
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class TownFounding {

    private static final String SELF = "voorbeeldgegevens";
    private static final OpenInterval MORNING = OpenInterval.of("09:00", "12:00");
    private static final OpeningHours HOURS =
            OpeningHours.onWeekdays(MORNING)
                    .on(DayOfWeek.WEDNESDAY, MORNING, OpenInterval.of("13:30", "19:00"))
                    .on(DayOfWeek.SATURDAY, OpenInterval.of("09:30", "12:00"));

    private final Authorities authorities;
    private final Employees employees;
    private final Grants grants;
    private final Founding founding;
    private final UnitHours hours;
    private final StaffDirectory staff;
    private final Mailboxes mailboxes;
    private final DemoDecisions decisions;
    private final Environment environment;
    private final TransactionTemplate transaction;

    TownFounding(
            Authorities authorities,
            Employees employees,
            Grants grants,
            Founding founding,
            UnitHours hours,
            StaffDirectory staff,
            Mailboxes mailboxes,
            DemoDecisions decisions,
            Environment environment,
            PlatformTransactionManager transactions) {
        this.authorities = authorities;
        this.employees = employees;
        this.grants = grants;
        this.founding = founding;
        this.hours = hours;
        this.staff = staff;
        this.mailboxes = mailboxes;
        this.decisions = decisions;
        this.environment = environment;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A founded authority.
     *
     * @param units its units by name
     * @param colleagues those who work there, by name, as callers
     */
    record Town(Authority authority, Map<String, UnitId> units, Map<String, Caller> colleagues) {

        Caller service() {
            return Caller.service(SELF, authority);
        }

        Caller colleague(DemoPeople.Colleague wanted) {
            Caller caller = colleagues.get(wanted.name());
            if (caller == null) {
                throw new IllegalStateException("Nobody is called so");
            }
            return caller;
        }

        UnitId unit(String name) {
            UnitId unit = units.get(name);
            if (unit == null) {
                throw new IllegalStateException("No unit is called so");
            }
            return unit;
        }
    }

    /** True when there is nobody yet. */
    boolean isNeeded() {
        return Callers.as(Caller.service(SELF), authorities::list).isEmpty();
    }

    /** Founds all towns and gives the one where the story plays, and its OCMW. */
    List<Town> found() {
        Town mortsel = found(DemoAuthorities.MORTSEL, DemoAuthorities.OCMW_MORTSEL);
        found(DemoAuthorities.DENDERLEEUW, DemoAuthorities.OCMW_DENDERLEEUW);
        found(DemoAuthorities.ANTWERPEN, DemoAuthorities.OCMW_ANTWERPEN);
        openMailboxes(mortsel);
        Callers.run(mortsel.service(), decisions::publish);
        return List.of(mortsel);
    }

    private void openMailboxes(Town town) {
        String port = environment.getProperty("onthaal.simulators.mail.imap-port", "");
        if (port.isEmpty()) {
            return;
        }
        for (String unit : List.of("Onthaal", "Burgerzaken")) {
            String address = unit.toLowerCase(Locale.ROOT) + "@mortsel.example";
            var server =
                    new NewMailbox.Server("imap://127.0.0.1:" + port, address, "demo", "INBOX");
            var mailbox =
                    new NewMailbox(
                            town.unit(unit),
                            address,
                            "Stad Mortsel, " + unit,
                            server,
                            Confidentiality.INTERNAL);
            Callers.run(town.service(), () -> mailboxes.add(mailbox));
        }
    }

    private Town found(DemoAuthorities municipality, DemoAuthorities ocmw) {
        AuthorityGroupId group =
                Callers.as(
                        Caller.service(SELF),
                        () -> authorities.found("Lokaal bestuur " + municipality.name()));
        boolean story = municipality == DemoAuthorities.MORTSEL;
        List<DemoPeople.Colleague> staffed = story ? DemoPeople.MUNICIPALITY : List.of();
        Town town =
                settle(
                        municipality.in(group),
                        List.of("Onthaal", "Burgerzaken", "Openbaar domein"),
                        staffed);
        settle(
                ocmw.in(group),
                List.of("Sociale dienst"),
                story ? List.of(DemoPeople.JONAS, DemoPeople.LIEN) : List.of());
        return town;
    }

    private Town settle(
            Authority authority, List<String> unitNames, List<DemoPeople.Colleague> staffed) {
        Map<String, UnitId> made = founding.found(authority, unitNames);
        Map<String, Employee> hired = new HashMap<>();
        Callers.run(
                Caller.service(SELF, authority),
                () ->
                        transaction.executeWithoutResult(status -> {
                            made.values().forEach(unit -> hours.set(unit, HOURS));
                            staffed.forEach(person -> hired.put(person.name(), hire(person, made)));
                        }));
        Map<String, Caller> callers = new HashMap<>();
        hired.forEach((name, employee) -> callers.put(name, caller(authority, employee)));
        return new Town(authority, made, callers);
    }

    private Employee hire(DemoPeople.Colleague person, Map<String, UnitId> made) {
        Employee employee =
                employees.hire(
                        new NewEmployee(
                                person.name(),
                                person.function(),
                                new EmailAddress(person.login())));
        Optional<UnitId> unit = Optional.ofNullable(made.get(person.unit()));
        grants.grant(employee.id(), person.role().name(), unit, Optional.empty());
        if (person.role() == StandardRole.FIRST_LINE) {
            Optional<UnitId> second = Optional.ofNullable(made.get("Burgerzaken"));
            grants.grant(employee.id(), person.role().name(), second, Optional.empty());
        }
        if (person.role() == StandardRole.COORDINATOR) {
            grants.grant(employee.id(), person.role().name(), Optional.empty(), Optional.empty());
        }
        if (!environment.getProperty("onthaal.simulators.acm.port", "").isEmpty()) {
            employees.writeIdentity(employee.id(), person.voId());
        }
        return employee;
    }

    private Caller caller(Authority authority, Employee employee) {
        var scope = new Caller.Scope(authority.id(), authority.group());
        var standing =
                Callers.as(
                        Caller.service(SELF, authority),
                        () -> staff.standingOf(employee.account(), authority.id()));
        return Caller.employee(
                employee.account(),
                standing.orElseThrow(() -> new IllegalStateException("Nobody")),
                scope,
                Purpose.CONTACT);
    }
}
