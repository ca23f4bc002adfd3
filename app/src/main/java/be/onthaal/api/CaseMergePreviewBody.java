// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseMerges.Preview;
import be.onthaal.cases.CaseTask;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What merging two cases would do.
 *
 * @param otherType whether they are of different types, which must be asked for by name
 * @param along the open tasks that are done in the case that goes on
 * @param dropped the open tasks that are not asked any more
 */
record CaseMergePreviewBody(
        Side gone,
        Side stays,
        boolean otherType,
        LocalDate startsOn,
        LocalDate dueOn,
        List<String> along,
        List<String> dropped) {

    /** One of the two. */
    record Side(UUID id, String number, int revision) {}

    static CaseMergePreviewBody of(Preview preview) {
        return new CaseMergePreviewBody(
                new Side(
                        preview.gone().id().value(),
                        preview.gone().number().display(),
                        preview.gone().progress().revision()),
                new Side(
                        preview.stays().id().value(),
                        preview.stays().number().display(),
                        preview.stays().progress().revision()),
                preview.otherType(),
                preview.startsOn(),
                preview.dueOn(),
                preview.along().stream().map(CaseTask::title).toList(),
                preview.dropped().stream().map(CaseTask::title).toList());
    }
}
