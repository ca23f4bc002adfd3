// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Conflict;
import be.onthaal.common.Refused;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A case: everything about it on one page, and every step that can be taken in it. */
@Controller
class CasePages {

    /** Where on the page is added what a case lacks to close, by the code of the refusal. */
    private static final Map<String, String> LACKING =
            Map.of("cases.role-mandatory", "rond", "documents.mandatory", "documenten");

    private final CaseDesk desk;
    private final CaseSteps steps;
    private final Replies replies;
    private final Pages pages;

    CasePages(CaseDesk desk, CaseSteps steps, Replies replies, Pages pages) {
        this.desk = desk;
        this.steps = steps;
        this.replies = replies;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/{id}")
    View show(@PathVariable UUID id) {
        return page(new CaseId(id), false);
    }

    /** What changed while the page was open, told without taking away what is being typed. */
    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/{id}/gewijzigd")
    View changed(@PathVariable UUID id, @RequestParam int revision) {
        return pages.page("desk/caseChanged", steps.changed(new CaseId(id), revision));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/neem")
    View take(@PathVariable UUID id, HttpServletResponse response) {
        return done(id, response, "case-taken", cases -> cases.take(new CaseId(id)));
    }

    @Requires(Permission.COORDINATE)
    @PostMapping("/zaken/{id}/geef")
    View assign(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        EmployeeId handler =
                new Fields(sent)
                        .id("handler")
                        .map(EmployeeId::new)
                        .orElseThrow(() -> new Refused("desk.choose-colleague"));
        return done(id, response, "case-assigned", cases -> cases.assign(new CaseId(id), handler));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/terug")
    View release(@PathVariable UUID id, HttpServletResponse response) {
        return done(id, response, "case-released", cases -> cases.release(new CaseId(id)));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/dienst")
    View move(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        UnitId unit =
                new Fields(sent)
                        .id("unit")
                        .map(UnitId::new)
                        .orElseThrow(() -> new Refused("desk.choose-unit"));
        steps.run(new CaseId(id), cases -> cases.moveToUnit(new CaseId(id), unit));
        return pages.to("/zaken?gedaan=case-moved");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/notitie")
    View note(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        String text = new Fields(sent).required("text", Fields.TEXT);
        return done(id, response, "note-added", cases -> steps.note(cases, new CaseId(id), text));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/antwoord")
    View answer(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var written =
                new Replies.Written(
                        fields.required("to", 254),
                        fields.required("subject", Fields.SUBJECT),
                        fields.required("text", 5 * Fields.TEXT),
                        !fields.text("answered", 10).isEmpty());
        Purposes.run(Purpose.CASE, () -> replies.send(new CaseId(id), written));
        return pages.to("/zaken/" + id + "?gedaan=answer-sent");
    }

    /** Puts a template into the answer that is being written; nothing typed is lost by it. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/sjabloon")
    View fill(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Map<String, String> typed = new HashMap<>();
        typed.put("to", fields.text("to", 254));
        typed.put("subject", fields.text("subject", Fields.SUBJECT));
        typed.put("text", fields.text("text", 5 * Fields.TEXT));
        fields.optional("answered", 10).ifPresent(chosen -> typed.put("answered", chosen));
        String template = fields.required("template", 100);
        Purposes.run(Purpose.CASE, () -> replies.fill(new CaseId(id), template, typed));
        return pages.to("/zaken/" + id + "?gedaan=template#reply-title");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/sluit")
    View close(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        String result = new Fields(sent).required("result", 100);
        try {
            return done(
                    id,
                    response,
                    "case-closed",
                    cases -> cases.close(new CaseId(id), revision, result));
        } catch (Refused lacking) {
            String place = LACKING.get(lacking.code());
            if (place == null) {
                throw lacking;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return lacking(new CaseId(id), lacking, place);
        }
    }

    /** The case once more, with what it lacks and the way to where that is added. */
    private View lacking(CaseId id, Refused problem, String place) {
        String sentence =
                pages.language().of("error." + problem.code(), problem.arguments().toArray());
        var rejected =
                new CasePage.Rejected(sentence, Optional.empty(), Map.of(), Optional.of(place));
        return pages.page(
                "desk/caseFile",
                Purposes.during(Purpose.CASE, () -> desk.show(id, false, Optional.of(rejected))));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/heropen")
    View reopen(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        String reason = new Fields(sent).required("reason", 2_000);
        return done(id, response, "case-reopened", cases -> cases.reopen(new CaseId(id), reason));
    }

    /** After a step back to the case; when a colleague was first, the case as he made it. */
    private View done(
            UUID id,
            HttpServletResponse response,
            String key,
            java.util.function.Consumer<Cases> step) {
        try {
            steps.run(new CaseId(id), step);
            return pages.to("/zaken/" + id + "?gedaan=" + key);
        } catch (Conflict tooLate) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(new CaseId(id), true);
        }
    }

    private View page(CaseId id, boolean conflict) {
        return pages.page(
                "desk/caseFile", Purposes.during(Purpose.CASE, () -> desk.show(id, conflict)));
    }
}
