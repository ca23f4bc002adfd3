// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.post.EntryId;
import be.onthaal.web.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The inbox of the units, and what is done with many entries at once. */
@Controller
class InboxPages {

    private final InboxDesk desk;
    private final Pages pages;

    InboxPages(InboxDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/postvak")
    View inbox(@RequestParam Optional<UUID> dienst, @RequestParam(defaultValue = "1") int pagina) {
        return page(dienst.map(UnitId::new), pagina, Optional.empty());
    }

    /** Each entry in a commit of its own: what a colleague did meanwhile stops only that one. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping("/postvak")
    View many(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String action = fields.text("do", 20);
        Optional<UnitId> to = fields.id("unit").map(UnitId::new);
        if (action.equals("route") && to.isEmpty()) {
            throw new Refused("desk.choose-unit");
        }
        int done = 0;
        List<InboxPage.Failure> failures = new ArrayList<>();
        for (UUID value : fields.ids("id")) {
            var id = new EntryId(value);
            try {
                act(id, action, to);
                done++;
            } catch (OnthaalException problem) {
                failures.add(failure(id, problem));
            }
        }
        var bulk = new InboxPage.Bulk(done, failures);
        return page(fields.id("dienst").map(UnitId::new), 1, Optional.of(bulk));
    }

    private void act(EntryId id, String action, Optional<UnitId> to) {
        Purposes.run(
                Purpose.POST,
                () -> {
                    if (action.equals("none")) {
                        desk.settle(id);
                    } else {
                        desk.route(id, to.orElseThrow(() -> new Refused("desk.choose-unit")));
                    }
                });
    }

    private InboxPage.Failure failure(EntryId id, OnthaalException problem) {
        String sentence =
                pages.language().of("error." + problem.code(), problem.arguments().toArray());
        try {
            return new InboxPage.Failure(desk.number(id), sentence);
        } catch (OnthaalException gone) {
            return new InboxPage.Failure("", sentence);
        }
    }

    private View page(Optional<UnitId> unit, int number, Optional<InboxPage.Bulk> bulk) {
        return pages.page(
                "desk/inbox", Purposes.during(Purpose.POST, () -> desk.show(unit, number, bulk)));
    }
}
