// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.notifications.Live;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.EntryId;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostHandling;
import be.onthaal.post.PostRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is done with an entry of the post register. */
@RestController
@Tag(name = "post")
class PostHandlingApi {

    private final PostRegister post;
    private final PostHandling handling;
    private final PostCases together;
    private final Cases cases;
    private final Live live;
    private final Answers answers;

    PostHandlingApi(
            PostRegister post,
            PostHandling handling,
            PostCases together,
            Cases cases,
            Live live,
            Answers answers) {
        this.post = post;
        this.handling = handling;
        this.together = together;
        this.cases = cases;
        this.live = live;
        this.answers = answers;
    }

    @Requires(Permission.POST_HANDLE)
    @Operation(
            operationId = "cancelEntry",
            summary = "Annuleer een registratie",
            description = "Its number stays in sight with the reason and is never given again")
    @PostMapping("/api/post/{id}/cancel")
    ResponseEntity<Done> cancel(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReasonBody why) {
        return step(request, id, why, entry -> post.cancel(entry, why.reason()));
    }

    @Requires(Permission.POST_HANDLE)
    @Operation(
            operationId = "assignEntry",
            summary = "Wijs een registratie toe aan een medewerker",
            description = "Only an entry that still waits")
    @PostMapping("/api/post/{id}/assign")
    ResponseEntity<Done> assign(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody AssignBody to) {
        var handler = Optional.of(new EmployeeId(to.handler()));
        return step(request, id, to, entry -> handling.assign(entry, handler));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "linkEntryToCase",
            summary = "Breng een registratie bij een zaak",
            description =
                    "It goes to the unit of the case and is at least as confidential; what came in tells the case that the customer answered")
    @PostMapping("/api/post/{id}/case")
    ResponseEntity<Done> link(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody EntryCaseBody to) {
        return step(
                request,
                id,
                to,
                entry -> {
                    post.hold(entry);
                    together.add(entry, cases.get(new CaseId(to.caseId())).file());
                });
    }

    @Requires(Permission.POST_HANDLE)
    @Operation(
            operationId = "answerEntry",
            summary = "Zeg welk inkomend stuk een uitgaand stuk beantwoordt",
            description = "By the number of the incoming entry")
    @PostMapping("/api/post/{id}/answers")
    ResponseEntity<Done> answers(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody EntryAnswersBody to) {
        return step(
                request,
                id,
                to,
                entry -> {
                    post.hold(entry);
                    handling.answers(
                            entry,
                            PublicNumber.parse(to.number())
                                    .orElseThrow(() -> new Refused("post.number-unknown")));
                });
    }

    /** A step with an entry. */
    private interface Step {
        void with(EntryId entry);
    }

    private ResponseEntity<Done> step(
            HttpServletRequest request, UUID id, Object command, Step step) {
        return answers.changed(
                request,
                command,
                asked -> {
                    step.with(new EntryId(id));
                    live.changed("inbox");
                    return Done.of(id);
                });
    }
}
