// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.PhoneNumber;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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

/** Customers. */
@Controller
class CustomerPages {

    private static final int QUERY = 100;

    private final CustomerDesk desk;
    private final Pages pages;

    CustomerPages(CustomerDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten")
    View customers(@RequestParam MultiValueMap<String, String> sent) {
        return pages.page("desk/customers", desk.search(new Fields(sent).text("q", QUERY)));
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}")
    View customer(@PathVariable UUID id) {
        return pages.page(
                "desk/customer",
                Purposes.during(Purpose.CONTACT, () -> desk.show(new PartyId(id))));
    }

    @Requires(Permission.PARTY_EDIT)
    @GetMapping("/klanten/nieuw")
    View newcomer() {
        return pages.page("desk/newCustomer", NewCustomerPage.empty());
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/nieuw")
    View register(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        var fields = new Fields(sent);
        NewCustomerPage typed = typed(fields);
        if (!typed.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.page("desk/newCustomer", typed);
        }
        var person =
                new NewParty(
                        Party.Kind.valueOf(typed.kind()),
                        typed.name(),
                        EmailAddress.parse(typed.reach().email()),
                        PhoneNumber.parse(typed.reach().phone()),
                        typed.locale(),
                        "EMPLOYEE",
                        new NewParty.Identity(
                                EnterpriseNumber.parse(typed.number()), Optional.empty()));
        return pages.to("/klanten/" + desk.register(person) + "?gedaan=customer-made");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens")
    View reachedBy(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var point =
                new ContactPoint(
                        ContactPoint.Kind.valueOf(fields.required("kind", 20)),
                        fields.required("value", 500),
                        "EMPLOYEE",
                        fields.text("preferred", 5).equals("on"));
        desk.reachedBy(new PartyId(id), point);
        return pages.to("/klanten/" + id + "?gedaan=reach-added");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/gegevens/weg")
    View notReachedBy(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        desk.notReachedBy(
                new PartyId(id),
                ContactPoint.Kind.valueOf(fields.required("kind", 20)),
                fields.required("value", 500));
        return pages.to("/klanten/" + id + "?gedaan=reach-removed");
    }

    private static NewCustomerPage typed(Fields fields) {
        Map<String, String> problems = new LinkedHashMap<>();
        String kind = fields.text("kind", 20).equals("ORGANISATION") ? "ORGANISATION" : "PERSON";
        String name = fields.text("name", Fields.LINE);
        String email = fields.text("email", 254);
        String phone = fields.text("phone", 40);
        String number = fields.text("number", 40);
        if (name.isEmpty()) {
            problems.put("name", "desk.newcustomer.name-missing");
        }
        if (!email.isEmpty() && EmailAddress.parse(email).isEmpty()) {
            problems.put("email", "desk.newcustomer.email-wrong");
        }
        if (!phone.isEmpty() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put("phone", "desk.newcustomer.phone-wrong");
        }
        if (!number.isEmpty() && EnterpriseNumber.parse(number).isEmpty()) {
            problems.put("number", "desk.newcustomer.number-wrong");
        }
        return new NewCustomerPage(
                kind,
                name,
                new NewCustomerPage.Reach(email, phone),
                fields.text("locale", 2),
                number,
                problems);
    }
}
