// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Conflict;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Working through a case: its fields, its tasks, its phases. */
@Controller
class CaseHandlingPages {

    /** What the names of fields begin with, so that no code of a type is taken for ours. */
    static final String FIELD = "veld.";

    private static final int MOST_FIELDS = 300;

    private final CaseDesk desk;
    private final CaseSteps steps;
    private final CaseHandling work;
    private final Pages pages;

    CaseHandlingPages(CaseDesk desk, CaseSteps steps, CaseHandling work, Pages pages) {
        this.desk = desk;
        this.steps = steps;
        this.work = work;
        this.pages = pages;
    }

    /** Keeps the fields; what cannot be kept stays on the page as it was typed, with the reason. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/velden")
    View fill(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        Map<String, List<String>> typed = typed(sent);
        try {
            steps.run(new CaseId(id), () -> work.fill(new CaseId(id), revision, typed));
            return pages.to("/zaken/" + id + "?gedaan=fields-kept#gegevens");
        } catch (Refused | Conflict problem) {
            boolean conflict = problem instanceof Conflict;
            response.setStatus(
                    conflict
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(new CaseId(id), problem, typed);
        }
    }

    /** Starts a task that is offered. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/taken")
    View add(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String task = new Fields(sent).required("task", 60);
        return done(id, "task-added", () -> work.add(new CaseId(id), task));
    }

    /** Ticks a task off, with what was decided or said where that is asked. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/taken/{task}")
    View finish(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var how =
                new CaseHandling.Finishing(
                        fields.optional("agreed", 3).map("yes"::equals),
                        fields.text("note", Fields.TEXT));
        return done(id, "task-done", () -> work.finish(new CaseId(id), task, how));
    }

    /** Lets the case go to another phase. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/fase")
    View go(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        String phase = new Fields(sent).required("phase", 60);
        return done(id, "case-went-on", () -> work.go(new CaseId(id), revision, phase));
    }

    private View done(UUID id, String key, Runnable step) {
        steps.run(new CaseId(id), step);
        return pages.to("/zaken/" + id + "?gedaan=" + key);
    }

    private View again(CaseId id, OnthaalException problem, Map<String, List<String>> typed) {
        String sentence =
                pages.language().of("error." + problem.code(), problem.arguments().toArray());
        Optional<String> label =
                problem.arguments().stream()
                        .findFirst()
                        .filter(String.class::isInstance)
                        .map(String.class::cast);
        var rejected = new CasePage.Rejected(sentence, label, typed, Optional.empty());
        return pages.page(
                "desk/caseFile",
                Purposes.during(Purpose.CASE, () -> desk.show(id, false, Optional.of(rejected))));
    }

    private static Map<String, List<String>> typed(MultiValueMap<String, String> sent) {
        return sent.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(FIELD))
                .limit(MOST_FIELDS)
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().substring(FIELD.length()),
                                Map.Entry::getValue));
    }
}
