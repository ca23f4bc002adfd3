// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The log, for those who look after privacy. */
@Controller
class LogPages {

    private final LogDesk desk;
    private final Pages pages;

    LogPages(LogDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.AUDIT_VIEW)
    @GetMapping("/logboek")
    View log(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int pagina) {
        var fields = new Fields(sent);
        var asked =
                new LogPage.Asked(
                        fields.text("soort", 20),
                        fields.text("medewerker", 36),
                        fields.text("van", 10),
                        fields.text("tot", 10));
        return pages.page(
                "desk/log", Purposes.during(Purpose.SUPERVISION, () -> desk.list(asked, pagina)));
    }
}
