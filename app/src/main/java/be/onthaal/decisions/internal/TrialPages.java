// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import static be.onthaal.decisions.internal.DecisionPages.HOME;
import static be.onthaal.decisions.internal.DecisionPages.during;
import static be.onthaal.decisions.internal.DecisionPages.revision;
import static be.onthaal.decisions.internal.DecisionPages.text;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Looking at a decision table, drawing it, and trying it out. */
@Controller
class TrialPages {

    /** The editor writes styles of its own; scripts stay ours, and it talks with nobody. */
    private static final String EDITOR_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'self'";

    private static final int LONGEST_VALUE = 10_000;

    private final Trials trials;
    private final Pages pages;

    TrialPages(Trials trials, Pages pages) {
        this.trials = trials;
        this.pages = pages;
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME + "/{id}")
    View look(@PathVariable UUID id) {
        return pages.page("decisions/table", during(() -> trials.look(id)));
    }

    /** Answers with the page itself: what is tried stands in no address. */
    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/proberen")
    View tryOut(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return pages.page("decisions/table", during(() -> trials.tryOut(id, typed(sent, "in."))));
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME + "/{id}/bewerken")
    View edit(@PathVariable UUID id) {
        return pages.page("decisions/edit", during(() -> trials.open(id)));
    }

    /** What stands in the frame of the page above. */
    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME + "/{id}/tekenen")
    View draw(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", EDITOR_POLICY);
        return pages.page("decisions/draw", during(() -> trials.open(id)));
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/voorbeelden")
    View addExample(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String name = text(sent, "name", 200);
        int revision = revision(sent);
        during(() -> {
            trials.addExample(id, revision, name, typed(sent, "in."), typed(sent, "out."));
            return id;
        });
        return pages.to(DecisionPages.at(id) + "?gedaan=decisions-example");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @PostMapping(HOME + "/{id}/voorbeelden/weg")
    View removeExample(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = revision(sent);
        int index = Integer.parseInt(text(sent, "index", 4));
        during(() -> {
            trials.removeExample(id, revision, index);
            return id;
        });
        return pages.to(DecisionPages.at(id) + "?gedaan=decisions-example-gone");
    }

    @Requires(Permission.DECISIONS_MANAGE)
    @GetMapping(HOME + "/{id}/proef")
    View replay(@PathVariable UUID id) {
        return pages.page("decisions/replay", during(() -> trials.replay(id)));
    }

    private static Function<String, String> typed(
            MultiValueMap<String, String> sent, String prefix) {
        return name -> text(sent, prefix + name, LONGEST_VALUE);
    }
}
