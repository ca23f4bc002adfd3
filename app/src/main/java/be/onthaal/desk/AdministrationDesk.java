// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Token;
import be.onthaal.dispatch.DispatchId;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.mail.Mailboxes;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.Units;
import be.onthaal.outbox.Outbox;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units, people, roles, mailboxes and what could not be sent. */
@Service
class AdministrationDesk {

    private static final int SHOWN = 50;

    private final Units units;
    private final Employees employees;
    private final Grants grants;
    private final Outbox outbox;
    private final Dispatches dispatches;
    private final Mailboxes mailboxes;
    private final OwnFileLinks ownFiles;
    private final Lists lists;

    AdministrationDesk(
            Units units,
            Employees employees,
            Grants grants,
            Outbox outbox,
            Dispatches dispatches,
            Mailboxes mailboxes,
            OwnFileLinks ownFiles,
            Lists lists) {
        this.ownFiles = ownFiles;
        this.units = units;
        this.employees = employees;
        this.grants = grants;
        this.outbox = outbox;
        this.dispatches = dispatches;
        this.mailboxes = mailboxes;
        this.lists = lists;
    }

    @Transactional(readOnly = true)
    AdministrationPage overview() {
        return new AdministrationPage(
                units.all(),
                employees.list(),
                mailboxes.list(),
                dispatches.troubled(SHOWN),
                outbox.failed(SHOWN));
    }

    @Transactional(readOnly = true)
    ColleaguePage colleague(EmployeeId id, Optional<String> link) {
        return new ColleaguePage(
                employees.get(id),
                grants.of(id),
                employees.identityOf(id),
                employees.hasSecondStep(id),
                ownFiles.of(id.value()),
                link,
                lists.units(),
                lists.unitNames());
    }

    @Transactional
    void open(String name, Optional<UnitId> parent) {
        units.open(name, parent);
        lists.forget();
    }

    @Transactional
    void rename(UnitId id, String name) {
        units.rename(id, name);
        lists.forget();
    }

    @Transactional
    void merge(UnitId id, UnitId successor) {
        units.mergeInto(id, successor);
        lists.forget();
    }

    @Transactional
    Employee hire(NewEmployee person) {
        Employee hired = employees.hire(person);
        lists.forget();
        return hired;
    }

    @Transactional
    Token invite(EmployeeId id) {
        return employees.invite(id);
    }

    @Transactional
    void leave(EmployeeId id) {
        employees.leave(id);
        lists.forget();
    }

    @Transactional
    void writeIdentity(EmployeeId id, String identity) {
        employees.writeIdentity(id, identity);
    }

    @Transactional
    void eraseIdentity(EmployeeId id) {
        employees.eraseIdentity(id);
    }

    @Transactional
    void resetSecondStep(EmployeeId id) {
        employees.resetSecondStep(id);
    }

    @Transactional
    void linkOwnFile(EmployeeId id, String typed) {
        employees.get(id);
        Optional<NationalNumber> number = NationalNumber.parse(typed);
        if (number.isPresent()) {
            ownFiles.link(id.value(), number.get());
        } else {
            ownFiles.link(id.value(), PartyId.of(typed.replaceFirst(".*/", "")));
        }
    }

    @Transactional
    void unlinkOwnFile(EmployeeId id) {
        employees.get(id);
        ownFiles.unlink(id.value());
    }

    @Transactional
    void grant(EmployeeId id, String role, Optional<UnitId> unit, Optional<LocalDate> until) {
        grants.grant(id, role, unit, until);
    }

    @Transactional
    void end(EmployeeId id, UUID grant) {
        grants.end(id, grant);
    }

    @Transactional
    void sendAgain(DispatchId id) {
        dispatches.again(id);
    }

    @Transactional
    void again(UUID effect) {
        outbox.again(effect);
    }
}
