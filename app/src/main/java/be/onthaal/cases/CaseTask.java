// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.organisation.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One thing to do in a case. */
public record CaseTask(
        UUID id,
        String code,
        String title,
        boolean mandatory,
        TaskState state,
        Assignee assignee,
        Optional<LocalDate> dueOn,
        Optional<Done> done) {

    /** Where it stands. */
    public enum TaskState {
        OPEN,
        DONE,
        DROPPED
    }

    /** Who must do it. */
    public record Assignee(UnitId unit, Optional<EmployeeId> employee) {}

    /** Who did it, and when. */
    public record Done(Instant at, String by) {}
}
