// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.CaseSplits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Making one case of two that are about the same or two of one, and undoing that. */
@RestController
@Tag(name = "cases")
class CaseMergesApi {

    private final CaseMerges merges;
    private final CaseSplits splits;
    private final Answers answers;
    private final SteppedCases steps;

    CaseMergesApi(CaseMerges merges, CaseSplits splits, Answers answers, SteppedCases steps) {
        this.merges = merges;
        this.splits = splits;
        this.answers = answers;
        this.steps = steps;
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "previewCaseMerge",
            summary = "Bekijk wat een samenvoeging zou doen",
            description = "Refused with the reason where the two cannot be merged")
    @PostMapping("/api/cases/{id}/merge/preview")
    CaseMergePreviewBody preview(@PathVariable UUID id, @RequestBody MergeWithBody with) {
        return CaseMergePreviewBody.of(merges.preview(new CaseId(id), new CaseId(with.into())));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "mergeCase",
            summary = "Voeg een zaak samen met een andere, die verdergaat",
            description =
                    "The case ends as merged and is read with the other. Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/merge")
    ResponseEntity<Done> merge(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody MergeCaseBody how) {
        return steps.step(
                request,
                id,
                how,
                asked -> {
                    merges.merge(new CaseId(id), asked.revision(), how.stays(), how.wish());
                    steps.stepped(how.stays());
                });
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "undoCaseMerge",
            summary = "Maak een samenvoeging ongedaan",
            description = "Refused with the reason when they cannot be parted exactly any more")
    @PostMapping("/api/cases/{id}/merge/undo")
    ResponseEntity<Done> undo(HttpServletRequest request, @PathVariable UUID id) {
        return steps.step(request, id, "", asked -> merges.undo(new CaseId(id)));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "splitCase",
            summary = "Maak van een deel van een zaak een nieuwe zaak",
            description =
                    "Answers with the new case. Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/split")
    ResponseEntity<Done> split(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody SplitCaseBody how) {
        return answers.changed(
                request,
                how,
                asked -> {
                    CaseId made = splits.split(new CaseId(id), asked.revision(), how.wish()).id();
                    steps.stepped(new CaseId(id));
                    return steps.stepped(made);
                });
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "undoCaseSplit",
            summary = "Zet terug wat van een zaak was afgesplitst",
            description =
                    "Refused with the reason when something happened in the new case, which is cancelled")
    @PostMapping("/api/cases/{id}/split/undo")
    ResponseEntity<Done> putBack(HttpServletRequest request, @PathVariable UUID id) {
        return steps.step(request, id, "", asked -> steps.stepped(splits.undo(new CaseId(id))));
    }
}
