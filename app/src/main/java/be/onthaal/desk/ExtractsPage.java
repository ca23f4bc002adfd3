// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.kbo.Extract;
import java.util.List;
import java.util.Optional;

/**
 * The extracts of the register of enterprises.
 *
 * @param extracts the newest first
 */
public record ExtractsPage(List<Extract> extracts) {

    public ExtractsPage {
        extracts = List.copyOf(extracts);
    }

    /** The one that searches see now. */
    public Optional<Extract> shown() {
        return extracts.stream().filter(one -> one.state() == Extract.State.TAKEN).findFirst();
    }

    /** How many rows an extract left in a table. */
    public long rows(Extract extract, String table) {
        return extract.counts().getOrDefault(table, 0L);
    }
}
