// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.List;
import java.util.Optional;

/**
 * A case with what is to be done and what was noted.
 *
 * @param merged the cases that were merged into it and that the reader may see
 * @param into what it was merged into itself, if the reader may see that
 */
public record CaseDetail(
        CaseFile file,
        List<CaseTask> tasks,
        List<CaseNote> notes,
        List<MergedCase> merged,
        Optional<MergedCase> into) {

    public CaseDetail {
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
        merged = List.copyOf(merged);
    }

    /** The same with the notes of what was merged into it. */
    public CaseDetail with(List<CaseNote> all) {
        return new CaseDetail(file, tasks, all, merged, into);
    }
}
