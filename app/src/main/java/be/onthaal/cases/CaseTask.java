// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.cases.model.TaskKind;
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
        Optional<Done> done,
        Instant madeAt,
        Work work) {

    /**
     * What sort of thing it is.
     *
     * @param needs what its kind needs: a template, a field, a topic
     * @param outcome yes or no of an approval; empty for others
     * @param note what was said when it was done
     * @param failure why the product or another program could not do it
     */
    public record Work(TaskKind kind, String needs, String outcome, String note, String failure) {}

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
