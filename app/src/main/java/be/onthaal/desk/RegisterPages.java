// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    View named(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var question =
                new NameQuestion(
                        fields.required("family", NAME),
                        fields.optional("given", 48).map(List::of).orElse(List.of()),
                        PartialDate.parse(fields.required("birth", 40))
                                .orElseThrow(() -> new Refused("party.date-wrong")),
                        0,
                        Optional.empty());
        return pages.page(
                "desk/register", Purposes.during(Purpose.CONTACT, () -> desk.named(question)));
    }

    @Requires(Permission.REGISTER_CONSULT)
    @PostMapping("/klanten/register/neem")
    View take(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        NationalNumber number =
                NationalNumber.parse(fields.required("national", 40))
                        .orElseThrow(() -> new Refused("party.national-number-wrong"));
        String name = fields.required("name", Fields.LINE);
        return pages.page(
                "desk/register", Purposes.during(Purpose.CONTACT, () -> desk.take(number, name)));
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
}
