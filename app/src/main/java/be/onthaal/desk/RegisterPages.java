// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The register of persons, asked from the desk; only when somebody asks it. */
@Controller
class RegisterPages {

    private static final int NAME = 128;
    private static final int GIVEN_NAME = 48;

    private final RegisterDesk desk;
    private final Pages pages;

    RegisterPages(RegisterDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.REGISTER_CONSULT)
    @GetMapping("/klanten/register")
    View ask() {
        return pages.page("desk/register", RegisterPage.empty());
    }

    /** Not a GET: who is looked for stays out of addresses and histories. */
    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/register")
    View named(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        var fields = new Fields(sent);
        var typed =
                new RegisterPage.Typed(
                        fields.text("family", NAME),
                        fields.text("given", GIVEN_NAME),
                        fields.text("birth", 40));
        Map<String, String> problems = problems(typed);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.page("desk/register", RegisterPage.wrong(typed, problems));
        }
        return pages.page(
                "desk/register",
                Purposes.during(Purpose.CONTACT, () -> desk.named(typed, question(typed))));
    }

    private static Map<String, String> problems(RegisterPage.Typed typed) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (typed.family().isEmpty()) {
            problems.put("family", "desk.newcustomer.name-missing");
        }
        if (PartialDate.parse(typed.birth()).isEmpty()) {
            problems.put("birth", "desk.newcustomer.birth-wrong");
        }
        return problems;
    }

    private static NameQuestion question(RegisterPage.Typed typed) {
        return new NameQuestion(
                typed.family(),
                typed.given().isEmpty() ? List.of() : List.of(typed.given()),
                PartialDate.parse(typed.birth()).orElseThrow(),
                0,
                Optional.empty());
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/register/neem")
    View take(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        NationalNumber number =
                NationalNumber.parse(fields.required("national", 40))
                        .orElseThrow(() -> new Refused("party.national-number-wrong"));
        return pages.page(
                "desk/register", Purposes.during(Purpose.CONTACT, () -> desk.take(number)));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/{id}/register")
    View renew(@PathVariable UUID id) {
        return pages.page(
                "desk/register",
                Purposes.during(Purpose.CONTACT, () -> desk.renew(new PartyId(id))));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/{id}/gezin")
    View household(@PathVariable UUID id) {
        return pages.page(
                "desk/register",
                Purposes.during(Purpose.CONTACT, () -> desk.household(new PartyId(id))));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/register/adres")
    View at(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var question =
                new AddressQuestion(
                        fields.required("postcode", 15),
                        fields.required("street", 4),
                        fields.required("number", 15),
                        fields.optional("box", 15),
                        false);
        return pages.page(
                "desk/register", Purposes.during(Purpose.CONTACT, () -> desk.at(question)));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/{id}/adres")
    View sameAddress(@PathVariable UUID id) {
        return pages.page(
                "desk/register",
                Purposes.during(Purpose.CONTACT, () -> desk.sameAddress(new PartyId(id))));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/{id}/gezin/bewaar")
    View keepHousehold(@PathVariable UUID id) {
        boolean kept =
                Purposes.during(Purpose.CONTACT, () -> desk.keepHousehold(new PartyId(id)))
                        .isPresent();
        return pages.to(
                "/klanten/" + id + "?gedaan=" + (kept ? "household-kept" : "household-away"));
    }
}
