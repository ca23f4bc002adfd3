// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseHandling.Finishing;
import be.onthaal.cases.CaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Working through a case as its type says: its fields, its tasks, its phases. */
@RestController
@Tag(name = "cases")
class CaseHandlingApi {

    private final CaseHandling handling;
    private final SteppedCases steps;

    CaseHandlingApi(CaseHandling handling, SteppedCases steps) {
        this.handling = handling;
        this.steps = steps;
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "fillCase",
            summary = "Vul gegevens van een zaak in",
            description =
                    "Fields by code; those that are not named stay. Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/fields")
    ResponseEntity<Done> fill(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody FieldsBody filled) {
        return steps.step(
                request,
                id,
                filled,
                asked -> handling.fill(new CaseId(id), asked.revision(), filled.fields()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "moveCaseToPhase",
            summary = "Laat een zaak naar een andere fase gaan",
            description =
                    "Only to a phase that its type allows next. Asks If-Match with the ETag of the case as it was seen")
    @PostMapping("/api/cases/{id}/phase")
    ResponseEntity<Done> go(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody PhaseBody to) {
        return steps.step(
                request,
                id,
                to,
                asked -> handling.go(new CaseId(id), asked.revision(), to.phase()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "addCaseTask",
            summary = "Voeg een taak toe die het zaaktype aanbiedt",
            description = "A task that is not offered as the case stands is refused")
    @PostMapping("/api/cases/{id}/tasks")
    ResponseEntity<Done> add(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody TaskBody task) {
        return steps.step(request, id, task, asked -> handling.add(new CaseId(id), task.task()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "decideCaseTask",
            summary = "Werk een taak af met een beslissing of toelichting",
            description = "An approval needs agreed, and is not given by the handler of the case")
    @PostMapping("/api/cases/{id}/tasks/{task}/decision")
    ResponseEntity<Done> decide(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestBody DecisionBody how) {
        return steps.step(
                request,
                id,
                how,
                asked ->
                        handling.finish(
                                new CaseId(id), task, new Finishing(how.agreed(), how.note())));
    }
}
