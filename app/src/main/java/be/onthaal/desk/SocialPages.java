// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Asking the Crossroads Bank for Social Security about a customer. */
@Controller
class SocialPages {

    private final SocialDesk desk;
    private final Pages pages;

    SocialPages(SocialDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.SOCIAL_CONSULT)
    @GetMapping("/klanten/{id}/sociaal")
    View form(@PathVariable UUID id) {
        return pages.page(
                "desk/social", Purposes.during(Purpose.CONTACT, () -> desk.form(new PartyId(id))));
    }

    @Requires(Permission.SOCIAL_CONSULT)
    @PostMapping("/klanten/{id}/sociaal")
    View statuses(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        SocialPage.Asked asked = asked(sent);
        LocalDate on = SocialPage.day(asked.on()).orElseThrow(() -> new Refused("desk.date-wrong"));
        return pages.page(
                "desk/social",
                Purposes.during(Purpose.CONTACT, () -> desk.statuses(new PartyId(id), asked, on)));
    }

    @Requires(Permission.SOCIAL_CONSULT)
    @PostMapping("/klanten/{id}/leefloon")
    View livingWage(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        SocialPage.Asked asked = asked(sent);
        return pages.page(
                "desk/social",
                Purposes.during(Purpose.CONTACT, () -> desk.livingWage(new PartyId(id), asked)));
    }

    private static SocialPage.Asked asked(MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        return new SocialPage.Asked(
                fields.text("on", 20),
                Set.copyOf(sent.getOrDefault("status", List.of())),
                fields.text("own", 100),
                fields.text("place", 100),
                fields.text("reason", 40));
    }
}
