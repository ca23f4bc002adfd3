// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseTypes;
import be.onthaal.common.EmailAddress;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.Browser;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** A town that lets a program in. */
@TestComponent
class ApiFixtures {

    static final Set<Permission> RIGHTS =
            EnumSet.complementOf(
                    EnumSet.of(Permission.ADMINISTER, Permission.AUDIT_VIEW, Permission.TRANSFER));

    private final TownFixtures towns;
    private final MachineTokens tokens;
    private final CaseTypes types;
    private final Parties parties;

    ApiFixtures(TownFixtures towns, MachineTokens tokens, CaseTypes types, Parties parties) {
        this.towns = towns;
        this.tokens = tokens;
        this.types = types;
        this.parties = parties;
    }

    /** A town with a customer in it, and somebody who handles cases there. */
    record Scene(TestAuthority here, Caller handler, PartyId party) {

        String openCase(String subject) {
            return "{\"type\":\"information-question\",\"subject\":\"%s\",\"unit\":\"%s\",\"party\":\"%s\"}"
                    .formatted(subject, here.unit(), party);
        }
    }

    Scene scene() {
        TestAuthority here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        Caller handler = towns.person(here, StandardRole.CASE_HANDLER);
        PartyId party =
                Callers.as(
                        handler,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Fatima El Amrani",
                                                EmailAddress.parse("fatima@voorbeeld.be"),
                                                "EMPLOYEE")));
        return new Scene(here, handler, party);
    }

    Program program(int port, TestAuthority where, Set<Permission> rights) {
        return new Program(
                Browser.machine(
                        port,
                        Callers.as(
                                where.administrator(),
                                () -> tokens.issue("Proef", rights, Duration.ofDays(30)))));
    }

    Program program(int port, TestAuthority where) {
        return program(port, where, RIGHTS);
    }
}
