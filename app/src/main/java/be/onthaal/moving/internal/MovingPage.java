// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.moving.internal.reading.Sheet;
import java.util.List;

/** What came in before, and what the reader asked to take out. */
public record MovingPage(List<Transfer> transfers, List<Export> exports) {

    public MovingPage {
        transfers = List.copyOf(transfers);
        exports = List.copyOf(exports);
    }

    /** True while something is at work that the page must follow. */
    public boolean busy() {
        return transfers.stream().anyMatch(transfer -> transfer.state().atWork())
                || exports.stream().anyMatch(export -> export.state() == Export.State.WAITING);
    }

    public boolean exporting() {
        return exports.stream().anyMatch(export -> export.state() == Export.State.WAITING);
    }

    public List<Sheet> sheets() {
        return List.of(Sheet.values());
    }
}
