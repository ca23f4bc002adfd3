// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes that come together.
 *
 * @param receipt to be given when the next ones are asked; empty when there was nothing new
 */
public record ChangeBatch(Optional<String> receipt, List<PersonChange> changes) {

    public ChangeBatch {
        changes = List.copyOf(changes);
    }

    /**
     * That something changed about somebody; what it became must be asked.
     *
     * @param reference under which the source keeps the message
     * @param cancelled the number he had before, when that no longer counts
     * @param successor the number he has from now on
     */
    public record PersonChange(
            String reference,
            RegisterKey person,
            Optional<RegisterKey> cancelled,
            Optional<RegisterKey> successor,
            Coded kind,
            List<Item> items) {

        public PersonChange {
            items = List.copyOf(items);
        }
    }

    /** Which fact changed, how, and since when. */
    public record Item(Coded fact, List<Coded> how, Optional<PartialDate> on) {

        public Item {
            how = List.copyOf(how);
        }
    }
}
