// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseTypeDrafts;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.web.Edits.Part;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.web.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Changing one part of a draft: each has a form of its own, and a draft may hold faults. */
@Controller
class PartPages {

    private static final String TYPE = CaseTypePages.HOME + "/{id}";

    /** The parts as addresses name them. */
    private static final Map<String, Part> PARTS =
            Map.of(
                    "fasen", Part.PHASES,
                    "velden", Part.FIELDS,
                    "resultaten", Part.RESULTS,
                    "rollen", Part.ROLES,
                    "stukken", Part.DOCUMENTS);

    private final CaseTypeDrafts drafts;
    private final ReplyTemplates templates;
    private final Units units;
    private final Pages pages;
    private final Clock clock;

    PartPages(
            CaseTypeDrafts drafts,
            ReplyTemplates templates,
            Units units,
            Pages pages,
            Clock clock) {
        this.drafts = drafts;
        this.templates = templates;
        this.units = units;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(TYPE + "/algemeen")
    View general(@PathVariable UUID id) {
        return form("casetypes/general", id, Optional.empty(), Optional.empty());
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(TYPE + "/algemeen")
    View keepGeneral(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        return kept(id, typed, "algemeen", typed::general);
    }

    /** The form of a part; a new one has no code. */
    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(TYPE + "/delen/{part}")
    View part(
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String code) {
        CaseTypeDefinition type = definition(id);
        return switch (named(part)) {
            case PHASES -> form("casetypes/phase", id, type.phase(code), Optional.empty());
            case FIELDS -> form("casetypes/field", id, type.field(code), Optional.empty());
            case RESULTS -> form("casetypes/result", id, type.result(code), Optional.empty());
            case ROLES -> form("casetypes/role", id, type.role(code), Optional.empty());
            case DOCUMENTS ->
                    form("casetypes/document", id, document(type, code), Optional.empty());
        };
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(TYPE + "/delen/{part}")
    View keep(
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        UnaryOperator<CaseTypeDefinition> change =
                switch (named(part)) {
                    case PHASES ->
                            type ->
                                    Edits.put(
                                            type, typed.phase(type.phase(typed.text("code", 60))));
                    case FIELDS -> type -> Edits.put(type, typed.field());
                    case RESULTS -> type -> Edits.put(type, typed.result());
                    case ROLES -> type -> Edits.put(type, typed.role());
                    case DOCUMENTS -> type -> Edits.put(type, typed.document());
                };
        return kept(id, typed, part, change);
    }

    /** Takes a part away, or puts it a place earlier. */
    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(TYPE + "/delen/{part}/{step}")
    View change(
            @PathVariable UUID id,
            @PathVariable String part,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        String code = typed.text("code", 60);
        Part of = named(part);
        return kept(
                id,
                typed,
                part,
                step.equals("weg")
                        ? type -> Edits.remove(type, of, code)
                        : type -> Edits.raise(type, of, code));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(TYPE + "/fasen/{phase}/taken")
    View task(
            @PathVariable UUID id,
            @PathVariable String phase,
            @RequestParam(defaultValue = "") String code) {
        CaseTypeDefinition type = definition(id);
        Phase within = type.phase(phase).orElseThrow(() -> new NotFound("cases.type"));
        return form("casetypes/task", id, type.task(code), Optional.of(within));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(TYPE + "/fasen/{phase}/taken")
    View keepTask(
            @PathVariable UUID id,
            @PathVariable String phase,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        return kept(id, typed, "fasen", type -> Edits.put(type, phase, typed.task()));
    }

    /** Takes a task away, or puts it a place earlier in its phase. */
    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(TYPE + "/fasen/{phase}/taken/{step}")
    View changeTask(
            @PathVariable UUID id,
            @PathVariable String phase,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        String code = typed.text("code", 60);
        return kept(
                id,
                typed,
                "fasen",
                step.equals("weg")
                        ? type -> Edits.removeTask(type, phase, code)
                        : type -> Edits.raiseTask(type, phase, code));
    }

    private View kept(
            UUID id, Typed typed, String where, UnaryOperator<CaseTypeDefinition> change) {
        CaseTypePages.during(() -> drafts.change(id, typed.revision(), change));
        return pages.to(CaseTypePages.at(id) + "?gedaan=casetypes-kept#" + where);
    }

    private <T> View form(String template, UUID id, Optional<T> part, Optional<Phase> phase) {
        LocalDate today = Brussels.today(clock);
        return pages.page(
                template,
                CaseTypePages.during(() -> {
                    CaseTypeVersion version = drafts.get(id);
                    List<Unit> open =
                            units.list().stream().filter(unit -> unit.openOn(today)).toList();
                    return new PartPage<>(version, part, phase, open, templates.list("nl"));
                }));
    }

    private CaseTypeDefinition definition(UUID id) {
        return CaseTypePages.during(() -> drafts.get(id)).definition();
    }

    private static Optional<DocumentKind> document(CaseTypeDefinition type, String code) {
        return type.documents().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static Part named(String part) {
        Part known = PARTS.get(part);
        if (known == null) {
            throw new NotFound("cases.type");
        }
        return known;
    }
}
