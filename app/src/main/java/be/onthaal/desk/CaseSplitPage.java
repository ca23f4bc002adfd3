// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseSplits;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.CaseType;
import be.onthaal.documents.DocumentLine;
import java.util.List;

/** What of a case can go on as a case of its own. */
public record CaseSplitPage(CaseDetail detail, List<DocumentLine> documents, List<CaseType> types) {

    public CaseFile file() {
        return detail.file();
    }

    /** The open tasks that somebody may take along. */
    public List<CaseTask> tasks() {
        return detail.tasks().stream()
                .filter(task -> task.state() == CaseTask.TaskState.OPEN)
                .filter(CaseSplits::isForPeople)
                .toList();
    }

    public boolean hasNothing() {
        return documents.isEmpty() && detail.notes().isEmpty() && tasks().isEmpty();
    }
}
