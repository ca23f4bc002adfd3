// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.time.LocalDate;

/** An entry in one line of a list. */
public record PostLine(RegisterEntry entry) {

    /** Whether its term is over and nobody handled it. */
    public boolean overdueOn(LocalDate today) {
        return entry.overdueOn(today);
    }

    /** Who sent it or got it, without the address that a mail has behind the name. */
    public String correspondent() {
        String written = entry.piece().correspondent();
        int address = written.indexOf(" <");
        return address > 0 ? written.substring(0, address) : written;
    }
}
