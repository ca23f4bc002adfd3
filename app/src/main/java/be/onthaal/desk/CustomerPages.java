// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.LikelyMatches;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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

/** Customers. */
@Controller
class CustomerPages {

    static final String SOURCE = "EMPLOYEE";
    private static final int QUERY = 100;

    private final CustomerDesk desk;
    private final EnterpriseDesk enterprises;
    private final Pages pages;

    CustomerPages(CustomerDesk desk, EnterpriseDesk enterprises, Pages pages) {
        this.desk = desk;
        this.enterprises = enterprises;
        this.pages = pages;
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten")
    View customers(@RequestParam MultiValueMap<String, String> sent) {
        return pages.page("desk/customers", desk.search(new Fields(sent).text("q", QUERY)));
    }

    /** What somebody says of himself, such as his number, stays out of addresses and histories. */
    @Requires(Permission.PARTY_VIEW)
    @PostMapping("/klanten")
    View search(@RequestParam MultiValueMap<String, String> sent) {
        return customers(sent);
    }

    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}")
    View customer(@PathVariable UUID id) {
        CustomerPage page = Purposes.during(Purpose.CONTACT, () -> desk.show(new PartyId(id)));
        UUID now = page.party().id().value();
        return now.equals(id)
                ? pages.page("desk/customer", page)
                : pages.to("/klanten/" + now + "?gedaan=customer-merged");
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
                        SOURCE,
                        NewParty.Identity.of(
                                        EnterpriseNumber.parse(typed.numbers().enterprise()),
                                        SOURCE)
                                .and(NationalNumber.parse(typed.numbers().national()), SOURCE));
        PartyId made = desk.register(person, PartialDate.parse(typed.numbers().birth()));
        return pages.to("/klanten/" + made + "?gedaan=customer-made");
    }

    /** While somebody types: a fragment, and nothing when nobody is likely the same. */
    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/gelijkaardig")
    View like(@RequestParam MultiValueMap<String, String> sent) {
        NewCustomerPage typed = typed(new Fields(sent));
        List<ContactPoint> points = new ArrayList<>();
        EmailAddress.parse(typed.reach().email())
                .ifPresent(email -> points.add(point(ContactPoint.Kind.EMAIL, email.value())));
        PhoneNumber.parse(typed.reach().phone())
                .ifPresent(phone -> points.add(point(ContactPoint.Kind.PHONE, phone.value())));
        var asked =
                new LikelyMatches.Typed(
                        typed.name(),
                        PartialDate.parse(typed.numbers().birth()).map(PartialDate::toString),
                        NationalNumber.parse(typed.numbers().national()).map(NationalNumber::value),
                        points);
        return pages.page(
                "desk/likely",
                Purposes.during(Purpose.CONTACT, () -> new LikelyPage(desk.like(asked))));
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/onderneming")
    View take(@RequestParam MultiValueMap<String, String> sent) {
        EnterpriseNumber number =
                EnterpriseNumber.parse(new Fields(sent).required("number", 40))
                        .orElseThrow(() -> new Refused("party.enterprise-number-wrong"));
        return pages.to("/klanten/" + enterprises.take(number) + "?gedaan=customer-made");
    }

    private static ContactPoint point(ContactPoint.Kind kind, String value) {
        return new ContactPoint(kind, value, SOURCE, false);
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/vermelding")
    View state(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        desk.state(new PartyId(id), kind(fields), fields.required("value", Fields.LINE));
        return pages.to("/klanten/" + id + "?gedaan=detail-kept");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/vermelding/weg")
    View retract(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        desk.retract(new PartyId(id), kind(new Fields(sent)));
        return pages.to("/klanten/" + id + "?gedaan=detail-removed");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/vermelding/betwist")
    View contest(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        desk.contest(new PartyId(id), kind(fields), fields.required("reason", 2_000));
        return pages.to("/klanten/" + id + "?gedaan=detail-contested");
    }

    @Requires(Permission.PARTY_EDIT)
    @PostMapping("/klanten/{id}/nummer")
    View identify(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String typed = new Fields(sent).required("number", 40);
        NationalNumber number =
                NationalNumber.parse(typed)
                        .orElseThrow(() -> new Refused("party.national-number-wrong"));
        var typedNumber = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, number.value(), SOURCE);
        Optional<PartyId> owner = desk.identify(new PartyId(id), typedNumber);
        return pages.to(
                owner.map(other ->
                                "/klanten/%s/samenvoegen?met=%s&gedaan=number-of-another"
                                        .formatted(id, other))
                        .orElse("/klanten/" + id + "?gedaan=number-kept"));
    }

    private static Detail.Kind kind(Fields fields) {
        return Detail.Kind.valueOf(fields.required("detail", 30));
    }

    private static NewCustomerPage typed(Fields fields) {
        Map<String, String> problems = new LinkedHashMap<>();
        String kind = fields.text("kind", 20).equals("ORGANISATION") ? "ORGANISATION" : "PERSON";
        String name = fields.text("name", Fields.LINE);
        String email = fields.text("email", 254);
        String phone = fields.text("phone", 40);
        var numbers =
                new NewCustomerPage.Numbers(
                        fields.text("number", 40),
                        fields.text("national", 40),
                        fields.text("birth", 40));
        if (name.isEmpty()) {
            problems.put("name", "desk.newcustomer.name-missing");
        }
        if (!email.isEmpty() && EmailAddress.parse(email).isEmpty()) {
            problems.put("email", "desk.newcustomer.email-wrong");
        }
        if (!phone.isEmpty() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put("phone", "desk.newcustomer.phone-wrong");
        }
        if (!numbers.enterprise().isEmpty()
                && EnterpriseNumber.parse(numbers.enterprise()).isEmpty()) {
            problems.put("number", "desk.newcustomer.number-wrong");
        }
        if (!numbers.national().isEmpty() && NationalNumber.parse(numbers.national()).isEmpty()) {
            problems.put("national", "desk.newcustomer.national-wrong");
        }
        if (!numbers.birth().isEmpty() && PartialDate.parse(numbers.birth()).isEmpty()) {
            problems.put("birth", "desk.newcustomer.birth-wrong");
        }
        return new NewCustomerPage(
                kind,
                name,
                new NewCustomerPage.Reach(email, phone),
                fields.text("locale", 2),
                numbers,
                problems);
    }
}
