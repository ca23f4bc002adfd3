// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How a customer wants to be reached. */
@Controller
class PreferencePages {

    private final Preferences preferences;
    private final Pages pages;

    PreferencePages(Preferences preferences, Pages pages) {
        this.preferences = preferences;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/voorkeur")
    View state(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var wish =
                new Preference(
                        fields.optional("by", 20).map(Channel::valueOf),
                        fields.optional("language", 2));
        preferences.state(new PartyId(id), fields.optional("caseType", 100), wish);
        return pages.to("/klanten/" + id + "?gedaan=preference-kept");
    }
}
