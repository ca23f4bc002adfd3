// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Sessions;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.testing.Browser;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;

/** A town with somebody in it whom pages show, and people who look. */
@TestConfiguration(proxyBeanMethods = false)
public class DeskFixtures {

    static final String CANARY = "Kanarie Vogelaere";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final TownFixtures towns;
    private final Employees employees;
    private final Sessions sessions;
    private final Parties parties;
    private final PostRegister post;
    private final Cases cases;
    private final CaseTypes types;

    DeskFixtures(
            TownFixtures towns,
            Employees employees,
            Sessions sessions,
            Parties parties,
            PostRegister post,
            Cases cases,
            CaseTypes types) {
        this.towns = towns;
        this.employees = employees;
        this.sessions = sessions;
        this.parties = parties;
        this.post = post;
        this.cases = cases;
        this.types = types;
    }

    /** The canary with his mail and his case. */
    record Scene(Town town, PartyId party, RegisterEntry entry, CaseFile file, Caller coordinator) {

        TestAuthority here() {
            return town.municipality();
        }
    }

    Scene scene() {
        Town town = towns.found();
        TestAuthority here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        Caller coordinator = towns.person(here, StandardRole.COORDINATOR);
        PartyId party =
                Callers.as(
                        coordinator,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                CANARY,
                                                EmailAddress.parse(
                                                        "kanarie%d@voorbeeld.be"
                                                                .formatted(
                                                                        COUNTER.incrementAndGet())),
                                                "MAIL")));
        RegisterEntry entry = Callers.as(coordinator, () -> entry(here, party));
        CaseFile file = Callers.as(coordinator, () -> file(here, party));
        return new Scene(town, party, entry, file, coordinator);
    }

    Browser browser(int port, TestAuthority where, Caller who) {
        String login =
                Callers.as(
                        where.administrator(),
                        () ->
                                employees
                                        .get(new EmployeeId(who.employee().orElseThrow()))
                                        .email()
                                        .normalised());
        return Browser.signedIn(port, sessions, login);
    }

    Browser browser(int port, TestAuthority where, StandardRole role) {
        return browser(port, where, towns.person(where, role));
    }

    RegisterEntry entry(TestAuthority where, PartyId party) {
        return post.registerIncoming(
                new NewIncoming(
                        Channel.POST,
                        LocalDate.of(2026, 11, 20),
                        "Attest van woonst",
                        CANARY,
                        Optional.of(party),
                        where.unit(),
                        Confidentiality.INTERNAL,
                        Optional.empty()));
    }

    private CaseFile file(TestAuthority where, PartyId party) {
        return cases.open(
                new OpenCase(
                        CaseTypes.INFORMATION_QUESTION,
                        "Verhuis naar de Osylei",
                        "Graag uitleg over de verhuis.",
                        Optional.of(party),
                        where.unit(),
                        new OpenCase.Intake(
                                Channel.DESK, LocalDate.of(2026, 11, 20), Optional.empty()),
                        Optional.empty()));
    }
}
