// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.common.EmailAddress;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnthaalTest
class TakingInTest {

    @Autowired TownFixtures towns;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired CaseHandling handling;
    @Autowired Parties parties;
    @Autowired TakingIn takingIn;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;

    @BeforeEach
    void foundTown() {
        here = open();
    }

    @AfterEach
    void nothingStumblesAnyMore() {
        owner.execute("drop trigger if exists stumble on cases.case_file");
    }

    @Test
    void aCapitalInTheDomainOfAnAddressIsNoHindrance() {
        ask(here, "Jan.Peeters@Telenet.be", "Reispas");

        takingIn.run();

        assertThat(states(here)).containsExactly("Reispas TAKEN");
        assertThat(
                        column(
                                "select c.value from party.contact_point c join party.acquaintance a"
                                        + " on a.party_id = c.party_id where a.authority_id = '%s'"))
                .containsExactly("Jan.Peeters@telenet.be");
    }

    @Test
    void whatWasKeptWithACapitalBeforeIsTakenInAsWell() {
        ask(here, "jan@telenet.be", "Reispas");
        owner.execute(
                "update portal.submission set email = 'jan@Telenet.be' where authority_id = '%s'"
                        .formatted(here.authority().id()));

        takingIn.run();

        assertThat(states(here)).containsExactly("Reispas TAKEN");
    }

    @Test
    void oneThatStumblesHoldsUpNobodyAndWaitsForAPersonInTheEnd() {
        stumbleOver("Struikelt");
        ask(here, "jan@voorbeeld.be", "Struikelt");
        ask(here, "els@voorbeeld.be", "Daarna");

        takingIn.run();

        assertThat(states(here)).containsExactly("Struikelt RECEIVED", "Daarna TAKEN");
        for (int attempt = 1; attempt < TakingIn.MOST_ATTEMPTS; attempt++) {
            takingIn.run();
        }
        assertThat(states(here)).containsExactly("Struikelt FAILED", "Daarna TAKEN");
        assertThat(
                        column(
                                "select problem || ' ' || unit_id from portal.submission"
                                        + " where authority_id = '%s' and state = 'FAILED'"))
                .containsExactly("keeps-failing " + here.unit());
    }

    @Test
    void theTroubleOfOneAuthorityIsNotThatOfTheNext() {
        TestAuthority next = open();
        owner.execute(
                "create or replace function portal.stumble() returns trigger language plpgsql as $$"
                        + " begin raise 'stumbled'; end $$");
        ask(here, "jan@voorbeeld.be", "Struikelt");
        ask(next, "els@voorbeeld.be", "Daarna");
        owner.execute(
                "create trigger stumble before update on portal.submission for each row"
                        + " when (new.authority_id = '%s') execute function portal.stumble()"
                                .formatted(here.authority().id()));
        try {
            takingIn.run();
        } finally {
            owner.execute("drop trigger stumble on portal.submission");
        }

        assertThat(states(next)).containsExactly("Daarna TAKEN");
    }

    @Test
    void anAddressThatOnlyASisterAuthorityKnowsIsANewcomersHere() {
        Town town = towns.found();
        Callers.run(town.municipality().administrator(), types::installStandard);
        Caller social = towns.person(town.ocmw(), StandardRole.FIRST_LINE);
        PartyId client =
                Callers.as(
                        social,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Fatima El Amrani",
                                                EmailAddress.parse("fatima@voorbeeld.be"),
                                                "EMPLOYEE")));
        ask(town.municipality(), "fatima@voorbeeld.be", "Reispas");

        takingIn.run();

        assertThat(states(town.municipality())).containsExactly("Reispas TAKEN");
        Caller clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        assertThat(Callers.as(clerk, () -> parties.names(List.of(client)))).isEmpty();
    }

    @Test
    void behindThePrivateLinkStandsWhatTheTypeTellsTheCustomer() {
        String link = ask(here, "jan@voorbeeld.be", "Paspoort");
        takingIn.run();
        assertThat(Browser.of(port).get(link).body()).contains("In progress");

        Callers.run(
                towns.person(here, StandardRole.CASE_HANDLER),
                () -> handling.add(taken(), "ask-customer"));
        assertThat(Browser.of(port).get(link).body()).contains("We are waiting for you");
        Caller clerk = towns.person(here, StandardRole.CASE_HANDLER);
        CaseId id = taken();
        Callers.run(
                clerk,
                () -> cases.close(id, cases.get(id).file().progress().revision(), "withdrawn"));

        assertThat(Browser.of(port).get(link).body()).contains("Withdrawn");
    }

    private CaseId taken() {
        return CaseId.of(
                column("select case_id from portal.submission where authority_id = '%s'")
                        .getFirst());
    }

    private TestAuthority open() {
        TestAuthority authority = towns.found().municipality();
        Callers.run(authority.administrator(), types::installStandard);
        return authority;
    }

    private String ask(TestAuthority where, String email, String subject) {
        Browser.Answer sent =
                Browser.of(port)
                        .post(
                                "/vraag/" + where.authority().slug(),
                                Map.of(
                                        "name",
                                        "Jan Peeters",
                                        "email",
                                        email,
                                        "subject",
                                        subject,
                                        "text",
                                        "Hoeveel kost dat?"));
        assertThat(sent.location()).startsWith("/volg/");
        return sent.location();
    }

    private void stumbleOver(String subject) {
        owner.execute(
                "create or replace function cases.stumble() returns trigger language plpgsql as $$"
                        + " begin if new.subject = '%s' then raise 'stumbled'; end if;"
                                .formatted(subject)
                        + " return new; end $$");
        owner.execute(
                "create trigger stumble before insert on cases.case_file for each row"
                        + " execute function cases.stumble()");
    }

    private List<String> states(TestAuthority where) {
        return owner.column(
                "select subject || ' ' || state from portal.submission where authority_id = '%s'"
                                .formatted(where.authority().id())
                        + " order by received_at");
    }

    private List<String> column(String query) {
        return owner.column(query.formatted(here.authority().id()));
    }
}
