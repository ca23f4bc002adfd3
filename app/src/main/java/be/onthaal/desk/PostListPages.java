// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.post.EntryId;
import be.onthaal.web.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Lists of the post register, what is done with many entries at once, and taking them along. */
@Controller
class PostListPages {

    private final PostListDesk desk;
    private final PostBulk bulk;
    private final Lists lists;
    private final Pages pages;

    PostListPages(PostListDesk desk, PostBulk bulk, Lists lists, Pages pages) {
        this.desk = desk;
        this.bulk = bulk;
        this.lists = lists;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post")
    View list(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int pagina) {
        return page(PostQuery.read(new Fields(sent)), pagina, Optional.empty());
    }

    /** Each entry in a commit of its own; then the same list, with what became of each. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post")
    View many(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        if (fields.text("do", 20).equals("labels")) {
            List<EntryId> chosen = fields.ids("id").stream().map(EntryId::new).toList();
            return pages.page(
                    "desk/postLabels", Purposes.during(Purpose.POST, () -> desk.labels(chosen)));
        }
        PostQuery query = query(fields);
        CasesPage.Bulk done =
                Purposes.during(Purpose.POST, () -> bulk.act(fields, pages.language()));
        return page(query, 1, Optional.of(done));
    }

    /** By post, so that nobody takes a list along by following a link. */
    @Requires(Permission.POST_VIEW)
    @PostMapping("/post/uitvoer")
    ResponseEntity<InputStreamResource> export(@RequestParam MultiValueMap<String, String> sent)
            throws IOException {
        var fields = new Fields(sent);
        Sheet.Form form = Sheet.Form.valueOf(fields.required("form", 4));
        Purpose purpose = Purpose.valueOf(fields.required("waarvoor", 20));
        if (!CasesPage.PURPOSES.contains(purpose)) {
            throw new Refused("desk.choose-purpose");
        }
        Path file = Files.createTempFile("post", "." + form.ending());
        try {
            Purposes.run(purpose, () -> desk.write(query(fields), form, pages.language(), file));
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(form.type()))
                    .contentLength(Files.size(file))
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, name(form))
                    .body(new InputStreamResource(Files.newInputStream(file)));
        } finally {
            // What is still being read stays there until it is; nothing stays behind.
            Files.delete(file);
        }
    }

    private static PostQuery query(Fields fields) {
        return PostQuery.read(Fields.address(fields.text("query", SavedViews.LONGEST_QUERY)));
    }

    private String name(Sheet.Form form) {
        return ContentDisposition.attachment()
                .filename("post-" + lists.today() + "." + form.ending())
                .build()
                .toString();
    }

    private View page(PostQuery query, int number, Optional<CasesPage.Bulk> done) {
        return pages.page(
                "desk/postList",
                Purposes.during(Purpose.POST, () -> desk.show(query, number, done)));
    }
}
