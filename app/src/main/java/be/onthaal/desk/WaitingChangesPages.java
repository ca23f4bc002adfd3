// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.party.PartyId;
import be.onthaal.party.WaitingChange;
import be.onthaal.party.WaitingChanges;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What the register does not tell, or what we could not keep, and asking it again. */
@Controller
class WaitingChangesPages {

    private static final int MOST = 200;

    private final WaitingChanges changes;
    private final Consultations consultations;
    private final TransactionOperations transactions;
    private final Pages pages;

    WaitingChangesPages(
            WaitingChanges changes,
            Consultations consultations,
            TransactionOperations transactions,
            Pages pages) {
        this.changes = changes;
        this.consultations = consultations;
        this.transactions = transactions;
        this.pages = pages;
    }

    @Requires(Permission.REGISTER_CONSULT)
    @GetMapping("/klanten/register/wacht")
    View list() {
        List<WaitingChange> waiting =
                Purposes.during(
                        Purpose.ADMINISTRATION, () -> transactions.execute(status -> listed()));
        return pages.page(
                "desk/waitingChanges",
                new WaitingChangesPage(waiting, Callers.current().may(Permission.PARTY_EDIT)));
    }

    private List<WaitingChange> listed() {
        List<WaitingChange> waiting = changes.list(MOST);
        consultations.list(
                "desk.register-waiting",
                waiting.stream().map(change -> change.party().id()).toList());
        return waiting;
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/{id}/register/opnieuw")
    View again(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> changes.again(new PartyId(id)));
        return pages.to("/klanten/register/wacht?gedaan=change-asked");
    }
}
