// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Brussels;
import be.onthaal.routing.DryRun;
import be.onthaal.routing.DryRuns;
import be.onthaal.web.Pages;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Trying the rules on past mail, for who may read that mail. */
@Controller
class DryRunPages {

    private static final int USUAL_DAYS = 30;

    private final DryRuns runs;
    private final Pages pages;
    private final Clock clock;

    DryRunPages(DryRuns runs, Pages pages, Clock clock) {
        this.runs = runs;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(RulePages.HOME + "/proef")
    View run(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new SentFields(sent);
        LocalDate today = Brussels.today(clock);
        var period =
                new DryRun.Period(
                        fields.day("van", today.minusDays(USUAL_DAYS)),
                        fields.day("tot", today),
                        fields.number("aantal", DryRuns.MOST),
                        fields.checked("uit"));
        boolean all = fields.text("toon").equals("alles");
        DryRun run =
                Callers.as(Callers.current().with(Purpose.COORDINATION), () -> runs.run(period));
        return pages.page("routing/dryRun", new DryRunPage(run, all));
    }
}
