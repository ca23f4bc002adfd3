// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeps what is being typed, and tells the keys. */
@Controller
class KeepingPages {

    private final Drafts drafts;
    private final Pages pages;

    KeepingPages(Drafts drafts, Pages pages) {
        this.drafts = drafts;
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
    @GetMapping("/sneltoetsen")
    View shortcuts() {
        return pages.page("desk/shortcuts", new ShortcutsPage());
    }
}
