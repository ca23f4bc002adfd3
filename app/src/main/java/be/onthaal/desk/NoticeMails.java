// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.AccountId;
import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.mail.Mailboxes;
import be.onthaal.notifications.spi.NoticeMail;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Mails notices from the mailbox of a unit of the employee, or else of another one. They say a
 * number and where to look, never who asked what. As automatic mail they are damped: past five an
 * hour the rest is on the page only.
 */
@Component
class NoticeMails implements NoticeMail {

    private final Employees employees;
    private final Grants grants;
    private final Units units;
    private final Mailboxes mailboxes;
    private final Dispatches dispatches;
    private final Authorities authorities;

    NoticeMails(
            Employees employees,
            Grants grants,
            Units units,
            Mailboxes mailboxes,
            Dispatches dispatches,
            Authorities authorities) {
        this.employees = employees;
        this.grants = grants;
        this.units = units;
        this.mailboxes = mailboxes;
        this.dispatches = dispatches;
        this.authorities = authorities;
    }

    /** The mailbox that a notice leaves from. */
    private record From(UnitId unit, String address) {}

    /** An authority without a mailbox mails nothing; the notice is on the page all the same. */
    @Override
    public void send(AccountId account, String subject, String text) {
        employees.list().stream()
                .filter(employee -> employee.account().equals(account))
                .findFirst()
                .ifPresent(employee ->
                        from(employee).ifPresent(from -> send(employee, from, subject, text)));
    }

    private void send(Employee employee, From from, String subject, String text) {
        String name = authorities.get(Callers.current().authority()).name();
        dispatches.send(
                new NewDispatch(
                        Channel.MAIL,
                        "notifications.notice",
                        Optional.empty(),
                        Optional.empty(),
                        from.unit(),
                        Confidentiality.INTERNAL,
                        new Sender(from.address(), name),
                        employee.email().value(),
                        subject,
                        text,
                        Optional.empty(),
                        List.of(),
                        true));
    }

    private Optional<From> from(Employee employee) {
        Stream<UnitId> own =
                grants.of(employee.id()).stream().flatMap(grant -> grant.unit().stream());
        return Stream.concat(own, units.list().stream().map(Unit::id))
                .distinct()
                .flatMap(unit ->
                        mailboxes.addressOf(unit).map(address -> new From(unit, address)).stream())
                .findFirst();
    }
}
