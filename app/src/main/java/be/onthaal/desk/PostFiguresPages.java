// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.post.PostFilter.Days;
import be.onthaal.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How fast post is answered, for who is asked. */
@Controller
class PostFiguresPages {

    private final PostFiguresDesk desk;
    private final Pages pages;

    PostFiguresPages(PostFiguresDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/cijfers")
    View figures(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        return pages.page(
                "desk/postFigures", desk.show(new Days(fields.day("van"), fields.day("tot"))));
    }
}
