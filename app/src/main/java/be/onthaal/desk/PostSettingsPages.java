// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.common.TermRule;
import be.onthaal.post.Book;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostRules;
import be.onthaal.post.PostSettings;
import be.onthaal.web.Pages;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How an authority keeps its post. */
@Controller
class PostSettingsPages {

    private static final int LONGEST_TERM = 3_650;

    private final PostSettings settings;
    private final Pages pages;

    PostSettingsPages(PostSettings settings, Pages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/beheer/post")
    View rules() {
        return pages.page("desk/postSettings", settings.get());
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/post/laat")
    View late(@RequestParam MultiValueMap<String, String> sent) {
        settings.late(PostRules.Backdating.valueOf(new Fields(sent).required("from", 30)));
        return done();
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/post/termijn")
    View term(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        PieceKind kind = PieceKind.valueOf(fields.required("kind", 20));
        TermRule.Unit unit = TermRule.Unit.valueOf(fields.required("sort", 20));
        Optional<TermRule> rule =
                fields.optional("days", 4).map(days -> PostSettings.rule(amount(days), unit));
        settings.term(kind, rule);
        return done();
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/post/registers")
    View begin(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        settings.begin(new Book(fields.text("code", 3), fields.text("name", 100)));
        return done();
    }

    private View done() {
        return pages.to("/beheer/post?gedaan=post-set");
    }

    private static int amount(String days) {
        if (!days.matches("[0-9]{1,4}")) {
            throw new Refused("post.term-wrong", LONGEST_TERM);
        }
        int amount = Integer.parseInt(days);
        if (amount < 1 || amount > LONGEST_TERM) {
            throw new Refused("post.term-wrong", LONGEST_TERM);
        }
        return amount;
    }
}
