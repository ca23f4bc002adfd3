// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.dispatch.Dispatch;
import be.onthaal.mail.Mailbox;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Unit;
import be.onthaal.outbox.Outbox;
import java.util.List;

/** What an administrator keeps in order. */
public record AdministrationPage(
        List<Unit> units,
        List<Employee> employees,
        List<Mailbox> mailboxes,
        List<Dispatch> troubled,
        List<Outbox.Failed> failed) {

    public String unitName(Mailbox mailbox) {
        return units.stream()
                .filter(unit -> unit.id().equals(mailbox.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }
}
