// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.eid.CardHolder;
import be.onthaal.eid.IdentityCards;
import be.onthaal.eid.ShownCard;
import be.onthaal.party.Identifier;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Somebody lays his identity card on the counter: his page opens, or is made. */
@Controller
class CardPages {

    private static final String SOURCE = "EID";
    private static final int LONGEST = 20_000;

    private final IdentityCards cards;
    private final CustomerDesk desk;
    private final Pages pages;

    CardPages(IdentityCards cards, CustomerDesk desk, Pages pages) {
        this.cards = cards;
        this.desk = desk;
        this.pages = pages;
    }

    /** What the card must sign. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/eid/vraag")
    ResponseEntity<String> challenge() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(cards.challenge());
    }

    /** What it signed. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/eid/kaart")
    View show(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        CardHolder holder =
                cards.read(
                        new ShownCard(
                                fields.required("format", 40),
                                fields.required("unverifiedCertificate", LONGEST),
                                fields.required("algorithm", 20),
                                fields.required("signature", LONGEST),
                                fields.required("nonce", 100)));
        PartyId id =
                Purposes.during(
                        Purpose.CONTACT, () -> desk.register(person(holder), Optional.empty()));
        String done = holder.checked() ? "card-read" : "card-unchecked";
        return pages.to(
                fields.text("to", 20).equals("contact")
                        ? "/contact/nieuw?klant=%s&kaart=ja&gedaan=%s".formatted(id, done)
                        : "/klanten/%s?gedaan=%s".formatted(id, done));
    }

    private static NewParty person(CardHolder holder) {
        var number =
                new Identifier(Identifier.Scheme.NATIONAL_NUMBER, holder.number().value(), SOURCE);
        return new NewParty(
                Party.Kind.PERSON,
                holder.name(),
                Optional.empty(),
                Optional.empty(),
                "nl",
                SOURCE,
                new NewParty.Identity(List.of(number)));
    }
}
