// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.ContactPoints;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How a customer is reached. */
@Controller
class ReachPages {

    private static final int VALUE = 1_000;

    private final Parties parties;
    private final ContactPoints points;
    private final Pages pages;

    ReachPages(Parties parties, ContactPoints points, Pages pages) {
        this.parties = parties;
        this.points = points;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens")
    View add(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        ContactPoints.Named typed = named(fields);
        boolean preferred = fields.text("preferred", 5).equals("on");
        parties.addContactPoint(
                new PartyId(id),
                new ContactPoint(typed.kind(), typed.value(), CustomerPages.SOURCE, preferred));
        return back(id, "reach-added");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens/zeker")
    View verify(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        points.verify(
                new PartyId(id),
                named(fields),
                ContactPoint.How.valueOf(fields.required("how", 20)));
        return back(id, "reach-verified");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens/voorkeur")
    View prefer(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        points.prefer(new PartyId(id), named(new Fields(sent)));
        return back(id, "reach-preferred");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens/weg")
    View takeOutOfUse(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        points.takeOutOfUse(
                new PartyId(id),
                named(fields),
                ContactPoint.Why.valueOf(fields.required("why", 20)));
        return back(id, "reach-out");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens/terug")
    View bringBack(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        points.bringBack(new PartyId(id), named(new Fields(sent)));
        return back(id, "reach-back");
    }

    private static ContactPoints.Named named(Fields fields) {
        return new ContactPoints.Named(
                ContactPoint.Kind.valueOf(fields.required("kind", 20)),
                fields.required("value", VALUE));
    }

    private View back(UUID id, String done) {
        return pages.to("/klanten/" + id + "?gedaan=" + done);
    }
}
