// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.WaitingChange;
import java.util.List;

/** Customers whom we do not have as the register does, and why. */
public record WaitingChangesPage(List<WaitingChange> changes, boolean edits) {

    public WaitingChangesPage {
        changes = List.copyOf(changes);
    }
}
