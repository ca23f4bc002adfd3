// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.List;

/** A case with what is to be done and what was noted. */
public record CaseDetail(CaseFile file, List<CaseTask> tasks, List<CaseNote> notes) {

    public CaseDetail {
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
    }
}
