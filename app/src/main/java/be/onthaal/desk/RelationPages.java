// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.party.Relation;
import be.onthaal.party.RelationId;
import be.onthaal.web.Pages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who belongs to a customer, and who acts for him. */
@Controller
class RelationPages {

    private static final int QUERY = 100;

    private final RelationDesk desk;
    private final Pages pages;

    RelationPages(RelationDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_EDIT)
    @GetMapping("/klanten/{id}/relaties")
    View who(@PathVariable UUID id) {
        return who(id, "");
    }

    /** Not a GET, for the same reason as the search for customers. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/relaties/zoek")
    View search(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return who(id, new Fields(sent).text("q", QUERY));
    }

    private View who(UUID id, String query) {
        return pages.page(
                "desk/relate",
                Purposes.during(Purpose.CONTACT, () -> desk.who(new PartyId(id), query)));
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/relaties")
    View state(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String[] choice = fields.required("relation", 40).split("-", 2);
        var typed =
                new RelationDesk.Typed(
                        Relation.Kind.valueOf(choice[0]),
                        Relation.Side.valueOf(choice.length == 2 ? choice[1] : "FROM"),
                        new Relation.Terms(
                                fields.text("role", Fields.LINE),
                                fields.text("proof", 2_000),
                                day(fields.text("since", 10)),
                                day(fields.text("until", 10))));
        String other = fields.required("other", 36);
        if (other.equals("new")) {
            desk.stateOfNew(new PartyId(id), fields.required("name", Fields.LINE), typed);
        } else {
            desk.state(new PartyId(id), PartyId.of(other), typed);
        }
        return pages.to("/klanten/" + id + "?gedaan=relation-stated");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/relaties/voorbij")
    View end(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID relation = UUID.fromString(new Fields(sent).required("ended", 36));
        desk.end(new PartyId(id), new RelationId(relation));
        return pages.to("/klanten/" + id + "?gedaan=relation-ended");
    }

    private static Optional<LocalDate> day(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException wrong) {
            throw new Refused("party.date-wrong");
        }
    }
}
