// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The case itself and those that were merged into it. */
    public List<CaseId> members() {
        return Stream.concat(Stream.of(file.id()), merged.stream().map(other -> other.other().id()))
                .toList();
    }

    /** The same with the notes of what was merged into it. */
    public CaseDetail with(List<CaseNote> all) {
        return new CaseDetail(file, tasks, all, merged, into);
    }
}
