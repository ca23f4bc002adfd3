// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.About;
import be.onthaal.decisions.DecisionTables;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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

/** Keeping decision tables: making, publishing, retiring and carrying them elsewhere. */
@Controller
class DecisionPages {

    static final String HOME = "/beheer/beslissingstabellen";
    private static final int LONGEST_FILE = 2_000_000;

    private final DecisionTables tables;
    private final Pages pages;
    private final Clock clock;

    DecisionPages(DecisionTables tables, Pages pages, Clock clock) {
        this.tables = tables;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME)
    View list() {
        return pages.page(
                "decisions/list",
                during(() -> new TablesPage(tables.list(), Brussels.today(clock))));
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME)
    View begin(@RequestParam MultiValueMap<String, String> sent) {
        String key = text(sent, "key", 60);
        String name = text(sent, "name", 200);
        DecisionTable made =
                during(() ->
                        tables.draft(
                                key,
                                new About(name, "", "", ""),
                                NewModel.text(key.matches("[a-z][a-z0-9-]*") ? key : "x"),
                                List.of()));
        return pages.to(at(made.head().id()) + "/bewerken");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/invoer")
    View take(@RequestParam("files") MultipartFile file) throws IOException {
        if (file.getSize() > LONGEST_FILE) {
            throw new Refused("decisions.file-long", LONGEST_FILE);
        }
        String content = new String(file.getBytes(), StandardCharsets.UTF_8);
        DecisionTable made = during(() -> tables.take(content));
        return pages.to(at(made.head().id()) + "?gedaan=decisions-taken");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/model")
    View model(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String model = sent.getFirst("model") == null ? "" : sent.getFirst("model");
        int revision = revision(sent);
        during(() -> {
            tables.model(id, revision, model);
            return id;
        });
        return pages.to(at(id) + "?gedaan=decisions-kept");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/over")
    View about(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var about =
                new About(
                        text(sent, "name", 200),
                        text(sent, "name-fr", 200),
                        text(sent, "name-en", 200),
                        text(sent, "basis", 2_000));
        int revision = revision(sent);
        during(() -> {
            tables.about(id, revision, about);
            return id;
        });
        return pages.to(at(id) + "?gedaan=decisions-kept");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/publiceren")
    View publish(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        LocalDate from = day(text(sent, "from", 10));
        int revision = revision(sent);
        during(() -> {
            tables.publish(id, revision, from);
            return id;
        });
        return pages.to(at(id) + "?gedaan=decisions-published");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/intrekken")
    View retire(@PathVariable UUID id) {
        during(() -> {
            tables.retire(id);
            return id;
        });
        return pages.to(at(id) + "?gedaan=decisions-retired");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/nieuw")
    View next(@PathVariable UUID id) {
        DecisionTable made = during(() -> tables.draftFrom(id));
        return pages.to(at(made.head().id()) + "?gedaan=decisions-begun");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/weg")
    View drop(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = revision(sent);
        during(() -> {
            tables.drop(id, revision);
            return id;
        });
        return pages.to(HOME + "?gedaan=decisions-dropped");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME + "/{id}/bestand")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        DecisionTable table = during(() -> tables.get(id));
        String name = table.head().key() + "-" + table.head().version() + ".dmn";
        String disposition = ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .body(during(() -> tables.export(id)).getBytes(StandardCharsets.UTF_8));
    }

    static String at(UUID id) {
        return HOME + "/" + id;
    }

    static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }

    static String text(MultiValueMap<String, String> sent, String name, int longest) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, longest, "decisions.text-long");
    }

    /** The revision that the page showed; one that never was, when it sends none. */
    static int revision(MultiValueMap<String, String> sent) {
        String revision = text(sent, "revision", 9);
        return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            throw new Refused("decisions.no-day", text);
        }
    }
}
