// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The page that the day begins with. */
@Controller
class TodayPages {

    private final TodayDesk desk;
    private final Pages pages;

    TodayPages(TodayDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.DESK)
    @GetMapping("/")
    View today() {
        return pages.page("desk/today", Purposes.during(Purpose.CASE, desk::today));
    }
}
