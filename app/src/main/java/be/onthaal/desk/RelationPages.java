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
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

    private static final Map<String, Integer> LIMITS =
            Map.of(
                    "q", 100,
                    "other", 36,
                    "name", Fields.LINE,
                    "relation", 40,
                    "role", Fields.LINE,
                    "proof", 2_000,
                    "since", 10,
                    "until", 10);

    /** At which field a refusal is told. */
    private static final Map<String, String> FIELD_OF =
            Map.of(
                    "party.name-missing", "name",
                    "party.relation-kinds", "relation",
                    "party.relation-proof-missing", "proof",
                    "party.role-missing", "role",
                    "party.relation-period", "until",
                    "party.date-wrong", "since");

    private final RelationDesk desk;
    private final Pages pages;

    RelationPages(RelationDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_EDIT)
    @GetMapping("/klanten/{id}/relaties")
    View who(@PathVariable UUID id) {
        return who(id, Map.of(), Map.of());
    }

    /** Not a GET, for the same reason as the search for customers; what was typed stays. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/relaties/zoek")
    View search(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return who(id, typed(new Fields(sent)), Map.of());
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/relaties")
    View state(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        Map<String, String> typed = typed(new Fields(sent));
        try {
            state(new PartyId(id), typed);
            return pages.to("/klanten/" + id + "?gedaan=relation-stated");
        } catch (Refused refused) {
            String field = FIELD_OF.get(refused.code());
            if (field == null) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return who(id, typed, Map.of(field, "error." + refused.code()));
        }
    }

    private void state(PartyId id, Map<String, String> typed) {
        String[] choice = typed.getOrDefault("relation", "").split("-", 2);
        var relation =
                new RelationDesk.Typed(
                        Relation.Kind.valueOf(choice[0]),
                        Relation.Side.valueOf(choice.length == 2 ? choice[1] : "FROM"),
                        new Relation.Terms(
                                typed.getOrDefault("role", ""),
                                typed.getOrDefault("proof", ""),
                                day(typed.getOrDefault("since", "")),
                                day(typed.getOrDefault("until", ""))));
        String other = typed.getOrDefault("other", "");
        if (other.isEmpty() || other.equals("new")) {
            desk.stateOfNew(id, typed.getOrDefault("name", ""), relation);
        } else {
            desk.state(id, PartyId.of(other), relation);
        }
    }

    private View who(UUID id, Map<String, String> typed, Map<String, String> problems) {
        return pages.page(
                "desk/relate",
                Purposes.during(Purpose.CONTACT, () -> desk.who(new PartyId(id), typed, problems)));
    }

    private static Map<String, String> typed(Fields fields) {
        Map<String, String> typed = new HashMap<>();
        LIMITS.forEach((name, longest) -> typed.put(name, fields.text(name, longest)));
        return typed;
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
