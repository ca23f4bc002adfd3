// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseWorkers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of cases that programs outside fetch, do and end. */
@RestController
@Tag(name = "cases")
class WorkersApi {

    private final CaseWorkers workers;
    private final SteppedCases steps;
    private final Answers answers;

    WorkersApi(CaseWorkers workers, SteppedCases steps, Answers answers) {
        this.workers = workers;
        this.steps = steps;
        this.answers = answers;
    }

    /** Work that was handed out. */
    record Fetched(List<CaseWorkers.Work> work) {}

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "fetchWork",
            summary = "Haal taken op voor een programma",
            description =
                    "The oldest tasks of a topic; they are the worker's own until the seconds are over")
    @PostMapping("/api/work/fetch")
    ResponseEntity<Fetched> fetch(@RequestBody FetchBody asked) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new Fetched(
                                workers.fetch(
                                        asked.topic(),
                                        asked.worker(),
                                        asked.most(),
                                        Duration.ofSeconds(asked.seconds()))));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "finishWork",
            summary = "Meld dat een opgehaalde taak klaar is",
            description =
                    "With fields of the case that it found out; a lease that ended is a conflict")
    @PostMapping("/api/work/{task}/done")
    ResponseEntity<Done> done(
            HttpServletRequest request, @PathVariable UUID task, @RequestBody WorkDoneBody how) {
        return answers.changed(
                request,
                how,
                asked -> steps.stepped(workers.done(task, how.worker(), how.fields())));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "failWork",
            summary = "Meld dat een opgehaalde taak niet lukte",
            description = "It waits again, and after three times or when asked it is for people")
    @PostMapping("/api/work/{task}/failed")
    ResponseEntity<Done> failed(
            HttpServletRequest request, @PathVariable UUID task, @RequestBody WorkFailedBody how) {
        return answers.changed(
                request,
                how,
                asked ->
                        steps.stepped(
                                workers.failed(task, how.worker(), how.reason(), how.again())));
    }
}
