// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.Uploads;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Every step that can be taken with a document. */
@Controller
class DocumentStepPages {

    private static final int REASON = 2_000;

    private final DocumentSteps steps;
    private final DocumentDesk desk;
    private final DocumentModules modules;
    private final Pages pages;

    DocumentStepPages(
            DocumentSteps steps, DocumentDesk desk, DocumentModules modules, Pages pages) {
        this.steps = steps;
        this.desk = desk;
        this.modules = modules;
        this.pages = pages;
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/documenten")
    View add(@PathVariable UUID id, HttpServletRequest request) {
        var file = new CaseId(id);
        steps.inCase(file, () -> modules.documents().admit(file));
        Fields fields = fields(request);
        steps.inCase(file, () -> steps.add(file, fields, Uploads.of(request)));
        return pages.to("/zaken/" + id + "?gedaan=document-added#documenten");
    }

    /** A file that came with a mail of the case; its bytes are there already. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/documenten/bijlage")
    View keep(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var file = new CaseId(id);
        steps.inCase(file, () -> modules.documents().admit(file));
        UUID part = UUID.fromString(new Fields(sent).required("part", 36));
        steps.inCase(file, () -> steps.keep(file, part));
        return pages.to("/zaken/" + id + "/documenten?gedaan=document-kept");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/versies")
    View replace(@PathVariable UUID id, HttpServletRequest request) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        Fields fields = fields(request);
        int revision = revision(fields);
        var file = Uploads.of(request).getFirst();
        String why = fields.text("why", REASON);
        return done(
                id,
                "document-replaced",
                () -> modules.documents().replace(document, revision, file, why));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/gegevens")
    View describe(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        var fields = new Fields(sent);
        Document.About about = steps.about(fields, fields.required("title", Fields.SUBJECT));
        var level = Confidentiality.valueOf(fields.required("level", 20));
        return done(
                id,
                "document-described",
                () -> modules.documents().describe(document, revision(fields), about, level));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/definitief")
    View finish(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        int revision = revision(new Fields(sent));
        return done(id, "document-finished", () -> modules.documents().finish(document, revision));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/heropen")
    View reopen(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        String reason = new Fields(sent).required("reason", REASON);
        return done(id, "document-reopened", () -> modules.documents().reopen(document, reason));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/weg")
    View delete(@PathVariable UUID id) {
        var document = new DocumentId(id);
        List<CaseId> held = steps.delete(document);
        String back = held.isEmpty() ? "/zaken" : "/zaken/" + held.getFirst();
        return pages.to(back + "?gedaan=document-deleted");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/slot")
    View lock(@PathVariable UUID id) {
        return done(id, "document-locked", () -> modules.locks().take(new DocumentId(id)));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/slot/terug")
    View release(@PathVariable UUID id) {
        return done(id, "document-released", () -> modules.locks().release(new DocumentId(id)));
    }

    @Requires(Permission.COORDINATE)
    @PostMapping("/documenten/{id}/slot/overname")
    View takeOver(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new Fields(sent).text("reason", REASON);
        return done(
                id,
                "document-taken-over",
                () -> modules.locks().takeOver(new DocumentId(id), reason));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/zaken")
    View link(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        String number = new Fields(sent).required("number", 40);
        return done(id, "document-linked", () -> desk.link(document, number));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/zaken/weg")
    View unlink(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var document = new DocumentId(id);
        steps.run(document, () -> modules.documents().admit(document));
        CaseId from = CaseId.of(new Fields(sent).required("case", 36));
        steps.run(document, () -> modules.links().unlink(document, from));
        return pages.to("/zaken/" + from + "?gedaan=document-unlinked#documenten");
    }

    private View done(UUID id, String key, Runnable step) {
        steps.run(new DocumentId(id), step);
        return pages.to("/documenten/" + id + "?gedaan=" + key);
    }

    /** The fields of a form that came with files. */
    private static Fields fields(HttpServletRequest request) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> sent.addAll(name, List.of(values)));
        return new Fields(sent);
    }

    private static int revision(Fields fields) {
        return Integer.parseInt(fields.required("revision", 10));
    }
}
