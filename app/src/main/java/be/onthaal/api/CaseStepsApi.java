// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.Cases;
import be.onthaal.organisation.EmployeeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Steps in a case, each of them once, after which open pages look again. */
@RestController
@Tag(name = "cases")
class CaseStepsApi {

    private final Cases cases;
    private final CaseTerms terms;
    private final SteppedCases steps;

    CaseStepsApi(Cases cases, CaseTerms terms, SteppedCases steps) {
        this.cases = cases;
        this.terms = terms;
        this.steps = steps;
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "addCaseNote",
            summary = "Noteer in een zaak",
            description = "Writes something down for colleagues")
    @PostMapping("/api/cases/{id}/notes")
    ResponseEntity<Done> note(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody NoteBody note) {
        return steps.step(request, id, note, asked -> cases.addNote(new CaseId(id), note.text()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "finishCaseTask",
            summary = "Vink een taak af",
            description = "A task that is done already is a conflict")
    @PostMapping("/api/cases/{id}/tasks/{task}/done")
    ResponseEntity<Done> finish(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID task) {
        return steps.step(request, id, "", asked -> cases.finishTask(new CaseId(id), task));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "suspendCase",
            summary = "Schort de termijn van een zaak op",
            description = "A term that stands still already is refused")
    @PostMapping("/api/cases/{id}/suspend")
    ResponseEntity<Done> suspend(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReasonBody why) {
        return steps.step(request, id, why, asked -> terms.suspend(new CaseId(id), why.reason()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "resumeCase",
            summary = "Laat de termijn van een zaak verder lopen",
            description = "Its end is reckoned again; a term that runs already is refused")
    @PostMapping("/api/cases/{id}/resume")
    ResponseEntity<Done> resume(HttpServletRequest request, @PathVariable UUID id) {
        return steps.step(request, id, "", asked -> terms.resume(new CaseId(id)));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "extendCase",
            summary = "Verleng de termijn van een zaak",
            description = "Once, by what its type allows, and before it is over")
    @PostMapping("/api/cases/{id}/extend")
    ResponseEntity<Done> extend(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReasonBody why) {
        return steps.step(request, id, why, asked -> terms.extend(new CaseId(id), why.reason()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "takeCase",
            summary = "Neem een zaak",
            description = "The employee who asks becomes its handler; a program cannot be one")
    @PostMapping("/api/cases/{id}/take")
    ResponseEntity<Done> take(HttpServletRequest request, @PathVariable UUID id) {
        return steps.step(request, id, "", asked -> cases.take(new CaseId(id)));
    }

    @Requires(Permission.COORDINATE)
    @Operation(
            operationId = "assignCase",
            summary = "Geef een zaak aan een medewerker",
            description = "Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/assign")
    ResponseEntity<Done> assign(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody AssignBody to) {
        return steps.step(
                request,
                id,
                to,
                asked ->
                        cases.assign(
                                new CaseId(id), asked.revision(), new EmployeeId(to.handler())));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "closeCase",
            summary = "Sluit een zaak",
            description = "Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/close")
    ResponseEntity<Done> close(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody CloseBody how) {
        return steps.step(
                request,
                id,
                how,
                asked -> cases.close(new CaseId(id), asked.revision(), how.result()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "reopenCase",
            summary = "Heropen een zaak",
            description = "Opens a closed case again; the reason is for colleagues")
    @PostMapping("/api/cases/{id}/reopen")
    ResponseEntity<Done> reopen(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReopenBody why) {
        return steps.step(request, id, why, asked -> cases.reopen(new CaseId(id), why.reason()));
    }
}
