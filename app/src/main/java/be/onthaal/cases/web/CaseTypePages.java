// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypeDrafts;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Brussels;
import be.onthaal.common.Refused;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Keeping case types: looking, beginning, publishing, ending and carrying them elsewhere. */
@Controller
class CaseTypePages {

    static final String HOME = "/beheer/zaaktypes";

    private final CaseTypeDrafts drafts;
    private final Units units;
    private final Pages pages;
    private final Clock clock;

    CaseTypePages(CaseTypeDrafts drafts, Units units, Pages pages, Clock clock) {
        this.drafts = drafts;
        this.units = units;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(HOME)
    View list() {
        return pages.page(
                "casetypes/list",
                during(() -> TypesPage.of(drafts.versions(), Brussels.today(clock))));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME)
    View begin(@RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        String name = typed.text("name", 200);
        String code = typed.code(name);
        return made(during(() -> drafts.begin(code, NewType.named(name))), "casetypes-begun");
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME + "/invoer")
    View take(@RequestParam("files") MultipartFile file) throws IOException {
        if (file.getSize() > DefinitionText.LONGEST_FILE) {
            throw new Refused("cases.file-long", DefinitionText.LONGEST_FILE);
        }
        String text = new String(file.getBytes(), StandardCharsets.UTF_8);
        return made(during(() -> drafts.take(text)), "casetypes-taken");
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(HOME + "/{id}")
    View show(@PathVariable UUID id) {
        return pages.page("casetypes/type", during(() -> page(id)));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME + "/{id}/publiceren")
    View publish(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent);
        LocalDate from = day(typed.text("from", 10));
        return done(id, "casetypes-published", () -> drafts.publish(id, typed.revision(), from));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME + "/{id}/stoppen")
    View end(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        LocalDate from = day(new Typed(sent).text("from", 10));
        return done(id, "casetypes-ended", () -> drafts.end(id, from));
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME + "/{id}/nieuw")
    View next(@PathVariable UUID id) {
        return made(during(() -> drafts.beginFrom(id)), "casetypes-begun");
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @PostMapping(HOME + "/{id}/weg")
    View drop(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new Typed(sent).revision();
        during(() -> {
            drafts.drop(id, revision);
            return id;
        });
        return pages.to(HOME + "?gedaan=casetypes-dropped");
    }

    @Requires(Permission.CASE_TYPES_MANAGE)
    @GetMapping(HOME + "/{id}/bestand")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        CaseTypeVersion.Head head = during(() -> drafts.get(id)).head();
        String name = head.code() + "-" + head.version() + ".json";
        String disposition = ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .body(during(() -> drafts.file(id)).getBytes(StandardCharsets.UTF_8));
    }

    private TypePage page(UUID id) {
        CaseTypeVersion version = drafts.get(id);
        List<CaseTypeVersion.Head> versions =
                drafts.versions().stream()
                        .map(CaseTypeVersion::head)
                        .filter(head -> head.code().equals(version.head().code()))
                        .toList();
        Map<UnitId, String> names =
                units.list().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return new TypePage(
                version,
                versions,
                drafts.problems(version.definition()),
                names,
                Brussels.today(clock));
    }

    private View made(CaseTypeVersion version, String key) {
        return pages.to(at(version.head().id()) + "?gedaan=" + key);
    }

    private View done(UUID id, String key, Runnable step) {
        during(() -> {
            step.run();
            return id;
        });
        return pages.to(at(id) + "?gedaan=" + key);
    }

    static String at(UUID id) {
        return HOME + "/" + id;
    }

    static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            throw new Refused("cases.type-from", text);
        }
    }
}
