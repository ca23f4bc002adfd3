// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.common.Channel;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Verification;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Noting a contact: who, what, how it ended. */
@Controller
class ContactPages {

    private static final List<String> FIELDS =
            List.of(
                    "channel",
                    "party",
                    "q",
                    "sought",
                    "subject",
                    "note",
                    "unit",
                    "outcome",
                    "type",
                    "verified",
                    "verifiedBy",
                    VerifiedFor.FIELD);

    private final ContactDesk desk;
    private final Pages pages;

    ContactPages(ContactDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.CONTACT_HANDLE)
    @GetMapping("/contact/nieuw")
    View form(@RequestParam Optional<UUID> klant, @RequestParam(defaultValue = "") String kaart) {
        Map<String, String> given = new HashMap<>();
        klant.ifPresent(id -> given.put("party", id.toString()));
        if (klant.isPresent() && kaart.equals("ja")) {
            given.put("verified", Verification.How.STRONG_SIGN_IN.name());
            given.put("verifiedBy", pages.language().of("eid.verified"));
            given.put("channel", Channel.DESK.name());
        }
        return pages.page("desk/newContact", desk.form(given, Map.of()));
    }

    /** Looks the customer up; what was typed stays. A name never stands in an address. */
    @Requires(Permission.CONTACT_HANDLE)
    @PostMapping("/contact/klant")
    View findCustomer(@RequestParam MultiValueMap<String, String> sent) {
        return pages.page("desk/newContact", desk.form(typed(new Fields(sent)), Map.of()));
    }

    @Requires(Permission.CONTACT_HANDLE)
    @PostMapping("/contact/nieuw")
    View note(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        Map<String, String> typed = typed(new Fields(sent));
        Map<String, String> problems = problems(typed);
        if (!problems.isEmpty()) {
            if (problems.containsKey("verified")) {
                VerifiedFor.drop(typed);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.page("desk/newContact", desk.form(typed, problems));
        }
        if (namesSomebodyNotYetSought(typed)) {
            return pages.page("desk/newContact", desk.form(typed, Map.of()));
        }
        ContactDesk.Noted noted = noted(typed);
        Optional<CaseFile> file = desk.note(noted);
        return pages.to(
                file.map(made -> "/zaken/" + made.id() + "?gedaan=contact-case")
                        .or(() -> noted.party().map(id -> "/klanten/" + id + "?gedaan=contact"))
                        .orElse("/?gedaan=contact"));
    }

    /** A name was typed, but nobody was looked up by it: whose contact it is must not get lost. */
    private static boolean namesSomebodyNotYetSought(Map<String, String> typed) {
        String name = value(typed, "q", "");
        return !name.isBlank()
                && !name.equals(value(typed, "sought", ""))
                && value(typed, "party", "none").equals("none");
    }

    private static ContactDesk.Noted noted(Map<String, String> typed) {
        return new ContactDesk.Noted(
                Channel.valueOf(value(typed, "channel", "PHONE")),
                Optional.of(value(typed, "party", "none"))
                        .filter(chosen -> chosen.length() == 36)
                        .map(PartyId::of),
                UnitId.of(value(typed, "unit", "")),
                value(typed, "subject", ""),
                value(typed, "note", ""),
                new Verification(
                        Verification.How.of(value(typed, "verified", "NOT"))
                                .orElse(Verification.How.NOT),
                        value(typed, "verifiedBy", "")),
                new ContactDesk.Ending(
                        QuestionOutcome.valueOf(value(typed, "outcome", "ANSWERED")),
                        value(typed, "type", "")));
    }

    private static Map<String, String> typed(Fields fields) {
        Map<String, String> typed = new HashMap<>();
        for (String name : FIELDS) {
            int longest = name.equals("note") ? Fields.TEXT : Fields.SUBJECT;
            typed.put(name, fields.text(name, longest));
        }
        return typed;
    }

    private static Map<String, String> problems(Map<String, String> typed) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (value(typed, "subject", "").isEmpty()) {
            problems.put("subject", "desk.newcontact.subject-missing");
        }
        if (value(typed, "unit", "").length() != 36) {
            problems.put("unit", "desk.newcontact.unit-missing");
        }
        if (VerifiedFor.another(typed)) {
            problems.put("verified", "error.contact.verification-other");
        }
        if (value(typed, "verified", "").equals(Verification.How.QUESTIONS.name())
                && value(typed, "verifiedBy", "").isEmpty()) {
            problems.put("verifiedBy", "error.contact.verification-missing");
        }
        boolean opensCase = value(typed, "outcome", "").equals("CASE");
        if (opensCase && value(typed, "type", "").isEmpty()) {
            problems.put("type", "desk.newcontact.type-missing");
        }
        return problems;
    }

    private static String value(Map<String, String> typed, String name, String otherwise) {
        String value = typed.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }
}
