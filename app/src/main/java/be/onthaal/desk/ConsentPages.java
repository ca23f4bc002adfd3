// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Refused;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What customers agree to, and take back as easily; and what colleagues are warned of. */
@Controller
class ConsentPages {

    private final CustomerDesk desk;
    private final Pages pages;
    private final Clock clock;

    ConsentPages(CustomerDesk desk, Pages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/toestemming")
    View say(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        ConsentPurpose purpose = ConsentPurpose.valueOf(fields.required("purpose", 40));
        boolean given = fields.required("given", 5).equals("yes");
        var said =
                new Consents.Said(
                        purpose,
                        given,
                        new Consent.Text(
                                ConsentPurpose.TEXT_VERSION,
                                pages.language().of("Consent." + purpose.name() + ".text")),
                        Channel.valueOf(fields.required("channel", 20)),
                        fields.required("proof", 2_000),
                        at(fields.text("at", 10)));
        desk.consent(new PartyId(id), said);
        return pages.to("/klanten/" + id + "?gedaan=" + (given ? "consent-given" : "consent-gone"));
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/veiligheid")
    View warn(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        desk.warn(
                new PartyId(id),
                fields.required("reason", 2_000),
                day(fields.required("until", 10)));
        return pages.to("/klanten/" + id + "?gedaan=flag-set");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/veiligheid/voorbij")
    View lift(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID flag = UUID.fromString(new Fields(sent).required("flag", 36));
        desk.lift(new PartyId(id), flag);
        return pages.to("/klanten/" + id + "?gedaan=flag-lifted");
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException wrong) {
            throw new Refused("party.date-wrong");
        }
    }

    /** The day that a letter came counts, not the day that it is written down. */
    private Instant at(String day) {
        Instant now = clock.instant();
        if (day.isEmpty() || day.equals(Brussels.today(clock).toString())) {
            return now;
        }
        return day(day).atTime(12, 0).atZone(Brussels.ZONE).toInstant();
    }
}
