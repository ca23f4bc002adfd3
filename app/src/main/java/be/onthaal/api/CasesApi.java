// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Cases: read and opened. */
@RestController
@Tag(name = "cases")
class CasesApi {

    private static final String PLACE = "/api/cases/";

    private final Cases cases;
    private final Readings readings;
    private final Answers answers;
    private final Clock clock;

    CasesApi(Cases cases, Readings readings, Answers answers, Clock clock) {
        this.cases = cases;
        this.readings = readings;
        this.answers = answers;
        this.clock = clock;
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "getCase",
            summary = "Lees een zaak",
            description = "With its tasks and notes; its ETag is what If-Match asks")
    @GetMapping("/api/cases/{id}")
    ResponseEntity<CaseBody> get(@PathVariable UUID id) {
        CaseBody body = CaseBody.of(cases.consult(new CaseId(id)));
        return answers.one(body.revision(), body);
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "getCaseTimeline",
            summary = "Lees de tijdlijn van een zaak",
            description = "What happened, newest first")
    @GetMapping("/api/cases/{id}/timeline")
    Listed<TimelineItem> story(@PathVariable UUID id) {
        CaseId file = cases.consult(new CaseId(id)).file().id();
        return new Listed<>(readings.story(file).stream().map(TimelineItem::of).toList());
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "openCase",
            summary = "Open een zaak",
            description = "Gives it a number, a term and the tasks of its type")
    @PostMapping("/api/cases")
    ResponseEntity<Done> open(HttpServletRequest request, @RequestBody OpenCaseBody wanted) {
        return answers.made(
                request,
                wanted,
                PLACE,
                () -> Done.of(cases.open(wanted.read(Brussels.today(clock)))));
    }
}
