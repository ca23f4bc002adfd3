// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeps what is being typed and how lists are looked at, and tells the keys. */
@Controller
class KeepingPages {

    private static final Map<String, String> LISTS = Map.of("cases", "/zaken", "inbox", "/postvak");

    private final Drafts drafts;
    private final SavedViews views;
    private final Pages pages;

    KeepingPages(Drafts drafts, SavedViews views, Pages pages) {
        this.drafts = drafts;
        this.views = views;
        this.pages = pages;
    }

    @Requires(Permission.DESK)
    @PostMapping("/concepten")
    ResponseEntity<Void> keepDraft(@RequestParam Map<String, String> sent) {
        Map<String, String> fields = new HashMap<>(sent);
        String key = fields.remove("draft");
        drafts.keep(key == null ? "" : key, fields);
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.DESK)
    @PostMapping("/weergaven")
    View keepView(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String list = fields.required("list", 20);
        String query = fields.text("query", 300);
        views.keep(list, fields.required("name", SavedViews.LONGEST_NAME), query);
        String more = query.isEmpty() ? "" : query + "&";
        return pages.to(LISTS.getOrDefault(list, "/") + "?" + more + "gedaan=view-kept");
    }

    @Requires(Permission.DESK)
    @PostMapping("/weergaven/{id}/weg")
    View removeView(@PathVariable UUID id, @RequestParam String list) {
        views.remove(id);
        return pages.to(LISTS.getOrDefault(list, "/") + "?gedaan=view-removed");
    }

    @Requires(Permission.DESK)
    @GetMapping("/sneltoetsen")
    View shortcuts() {
        return pages.page("desk/shortcuts", new ShortcutsPage());
    }
}
