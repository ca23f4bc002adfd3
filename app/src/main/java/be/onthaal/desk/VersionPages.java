// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMoves;
import be.onthaal.common.OnthaalException;
import be.onthaal.web.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Letting running cases follow their type to the version that holds now. */
@Controller
class VersionPages {

    private static final int MOST = 100;

    private final VersionDesk desk;
    private final CaseMoves moves;
    private final CaseSteps steps;
    private final Pages pages;

    VersionPages(VersionDesk desk, CaseMoves moves, CaseSteps steps, Pages pages) {
        this.desk = desk;
        this.moves = moves;
        this.steps = steps;
        this.pages = pages;
    }

    /** What would change in one case. */
    @Requires(Permission.CASE_HANDLE)
    @GetMapping("/zaken/{id}/versie")
    View preview(@PathVariable UUID id) {
        return pages.page(
                "desk/version", Purposes.during(Purpose.CASE, () -> desk.preview(new CaseId(id))));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/versie")
    View move(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        Optional<String> phase = new Fields(sent).optional("phase", 60);
        steps.run(new CaseId(id), () -> moves.move(new CaseId(id), revision, phase));
        return pages.to("/zaken/" + id + "?gedaan=version-moved");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/versie/terug")
    View undo(@PathVariable UUID id, @RequestParam int revision) {
        steps.run(new CaseId(id), () -> moves.undo(new CaseId(id), revision));
        return pages.to("/zaken/" + id + "?gedaan=version-undone");
    }

    /** All open cases of a type that are behind. */
    @Requires(Permission.COORDINATE)
    @GetMapping("/zaken/versies/{type}")
    View behind(@PathVariable String type) {
        return page(type, Optional.empty());
    }

    /** Each case in a commit of its own; one that cannot go on alone stops only itself. */
    @Requires(Permission.COORDINATE)
    @PostMapping("/zaken/versies/{type}")
    View moveMany(@PathVariable String type, @RequestParam MultiValueMap<String, String> sent) {
        int done = 0;
        List<InboxPage.Failure> failures = new ArrayList<>();
        for (String chosen : sent.getOrDefault("id", List.of()).stream().limit(MOST).toList()) {
            String[] parts = chosen.split(":", 2);
            var id = new CaseId(UUID.fromString(parts[0]));
            int revision = Integer.parseInt(parts[parts.length - 1]);
            try {
                steps.run(id, () -> moves.move(id, revision, Optional.empty()));
                done++;
            } catch (OnthaalException problem) {
                String sentence =
                        pages.language()
                                .of("error." + problem.code(), problem.arguments().toArray());
                failures.add(new InboxPage.Failure(number(id), sentence));
            }
        }
        return page(type, Optional.of(new InboxPage.Bulk(done, failures)));
    }

    private String number(CaseId id) {
        return Purposes.during(Purpose.CASE, () -> moves.preview(id))
                .map(preview -> preview.file().number().display())
                .orElse("");
    }

    private View page(String type, Optional<InboxPage.Bulk> bulk) {
        return pages.page(
                "desk/versions",
                Purposes.during(Purpose.COORDINATION, () -> desk.behind(type, MOST, bulk)));
    }
}
