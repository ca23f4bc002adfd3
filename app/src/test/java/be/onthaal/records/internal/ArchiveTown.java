// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Channel;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** A town with closed cases of long ago, and people who keep its archive. */
@TestComponent
class ArchiveTown {

    static final String CANARY = "Kanarie Vogelaere";
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T09:00:00Z");

    private final TownFixtures towns;
    private final Cases cases;
    private final CaseTypes types;
    private final Parties parties;
    private final AsOwner owner;
    private final MovableClock clock;

    ArchiveTown(
            TownFixtures towns,
            Cases cases,
            CaseTypes types,
            Parties parties,
            AsOwner owner,
            MovableClock clock) {
        this.towns = towns;
        this.cases = cases;
        this.types = types;
        this.parties = parties;
        this.owner = owner;
        this.clock = clock;
    }

    /** Who is there. */
    record Scene(Town town, Caller handler, Caller archivist, Caller second, PartyId party) {

        TestAuthority here() {
            return town.municipality();
        }
    }

    Scene scene() {
        Town town = towns.found();
        TestAuthority here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        Callers.run(town.ocmw().administrator(), types::installStandard);
        Caller handler = towns.person(here, StandardRole.COORDINATOR);
        return new Scene(
                town,
                handler,
                towns.person(here, StandardRole.ARCHIVIST),
                towns.person(here, StandardRole.ARCHIVIST),
                customer(handler));
    }

    PartyId customer(Caller handler) {
        return Callers.as(
                handler,
                () -> parties.register(NewParty.person(CANARY, Optional.empty(), "EMPLOYEE")));
    }

    /** Has every result of the question kept by this rule, in a version that has held for long. */
    CaseType rule(TestAuthority here, Retention rule) {
        Instant now = clock.instant();
        clock.set(LONG_AGO);
        try {
            return published(here, rule);
        } finally {
            clock.set(now);
        }
    }

    private CaseType published(TestAuthority here, Retention rule) {
        return Callers.as(
                here.administrator(),
                () -> {
                    CaseTypeDefinition usual =
                            types.current(CaseTypes.INFORMATION_QUESTION).definition();
                    String kept =
                            DefinitionText.stored(usual)
                                    .replaceAll(
                                            "\"retention\" : \\{[^}]*}",
                                            "\"retention\": {\"action\": \"%s\", \"years\": %d}"
                                                    .formatted(rule.action(), rule.years()));
                    return types.publish(CaseTypes.INFORMATION_QUESTION, DefinitionText.read(kept));
                });
    }

    /** Gives its cases a version of their type with this rule, as moving them to it would. */
    void rewrite(TestAuthority here, Retention rule) {
        CaseType next = rule(here, rule);
        owner.execute(
                "update cases.case_file set type_id = '%s' where type_code = '%s' and authority_id = '%s'"
                        .formatted(next.id(), next.code(), here.authority().id()));
    }

    CaseFile closed(TestAuthority here, Caller who, Optional<PartyId> party, String day) {
        return closed(here, who, party, day, Confidentiality.INTERNAL);
    }

    /** A case that was opened and closed at noon of a day. */
    CaseFile closed(
            TestAuthority here,
            Caller who,
            Optional<PartyId> party,
            String day,
            Confidentiality level) {
        Instant before = clock.instant();
        clock.set(Instant.parse(day + "T11:00:00Z"));
        CaseFile file =
                Callers.as(
                        who, () -> cases.open(command(here, party, LocalDate.parse(day), level)));
        CaseFile closed = close(who, file.id());
        clock.set(before);
        return closed;
    }

    CaseFile close(Caller who, CaseId id) {
        return Callers.as(
                who,
                () -> {
                    cases.take(id);
                    cases.get(id).tasks().stream()
                            .filter(task -> task.done().isEmpty())
                            .forEach(task -> cases.finishTask(id, task.id()));
                    cases.addNote(id, "Uitgelegd aan " + CANARY);
                    int revision = cases.get(id).file().progress().revision();
                    return cases.close(id, revision, "answered");
                });
    }

    private static OpenCase command(
            TestAuthority here, Optional<PartyId> party, LocalDate day, Confidentiality level) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Verhuis van " + CANARY,
                "",
                party,
                here.unit(),
                new OpenCase.Intake(Channel.DESK, day, Optional.empty()),
                Optional.of(level));
    }
}
