// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.organisation.EmployeeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a case had come in the system it was begun in.
 *
 * @param dueOn the day that was promised there; reckoned again when nobody knows
 * @param phase the code of its phase; the first one when nobody knows
 */
public record Formerly(
        Optional<LocalDate> dueOn,
        Optional<String> phase,
        Optional<EmployeeId> handler,
        List<String> notes) {

    public Formerly {
        notes = List.copyOf(notes);
    }
}
