// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Searching: a page of its own, and what the palette shows while typing. By post, so that no name
 * stands in an address or a log.
 */
@Controller
class FindPages {

    private static final int QUERY = 100;
    private static final int ON_PAGE = 50;
    private static final int IN_PALETTE = 8;

    private final FindDesk desk;
    private final Pages pages;

    FindPages(FindDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.DESK)
    @GetMapping("/zoeken")
    View empty() {
        return pages.page("desk/find", find(new LinkedMultiValueMap<>(), ON_PAGE));
    }

    @Requires(Permission.DESK)
    @PostMapping("/zoeken")
    View page(@RequestParam MultiValueMap<String, String> sent) {
        return pages.page("desk/find", find(sent, ON_PAGE));
    }

    /** The palette waits until the typing settles, so this is one consultation. */
    @Requires(Permission.DESK)
    @PostMapping("/zoeken/voorstellen")
    View suggestions(@RequestParam MultiValueMap<String, String> sent) {
        return pages.page("desk/suggestions", find(sent, IN_PALETTE));
    }

    private FindPage find(MultiValueMap<String, String> sent, int most) {
        return desk.find(new Fields(sent).text("q", QUERY), pages.language(), most);
    }
}
