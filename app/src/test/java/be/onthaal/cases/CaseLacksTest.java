// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.cases.model.RoleDefinition;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.OnthaalException;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a case must have before it ends well, and who says so. */
@OnthaalTest
class CaseLacksTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "hearing",
             "definition": {"name": "Hoorzitting", "confidentiality": "INTERNAL",
               "term": {"amount": 5, "unit": "WORKING_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": true},
               "phases": [{"code": "handling", "name": "Behandeling"}],
               "roles": [
                 {"code": "applicant", "name": "Aanvrager", "kind": "INITIATOR", "mandatory": true},
                 {"code": "witness", "name": "Getuige", "kind": "WITNESS", "mandatory": true, "many": true},
                 {"code": "adviser", "name": "Raadsman", "kind": "ADVISER"}],
               "results": [
                 {"code": "heard", "name": "Gehoord", "retention": {"action": "DESTROY", "years": 2}},
                 {"code": "dropped", "name": "Vervallen", "stops": true,
                  "retention": {"action": "DESTROY", "years": 1}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired CaseRoles roles;
    @Autowired CaseHandling work;
    @Autowired Parties parties;
    @Autowired Parts together;

    private Town town;
    private TestAuthority here;
    private Caller jan;
    private PartyId customer;
    private PartyId witness;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        Callers.run(
                here.administrator(),
                () ->
                        types.publish(
                                "hearing",
                                DefinitionText.file(TYPE, name -> Optional.empty()).definition()));
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        customer = person("Fatima El Amrani");
        witness = person("Gert Getuige");
    }

    @Test
    void aMandatoryRoleWithoutAnybodyStopsClosingAndTheSentenceNamesIt() {
        CaseId id = opened(Optional.of(customer));

        assertThat(lacking(id)).containsExactly("witness");
        assertThatThrownBy(() -> close(id, "heard"))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("cases.role-mandatory");
                            assertThat(refused.arguments()).contains("Getuige");
                        });
        assertThat(file(id).isClosed()).isFalse();
        Callers.run(jan, () -> roles.add(id, "witness", witness));

        assertThat(lacking(id)).isEmpty();
        assertThat(close(id, "heard").isClosed()).isTrue();
    }

    @Test
    void whoeverTheCaseIsForIsItsInitiatorAndACaseForNobodyNeedsOne() {
        CaseId id = opened(Optional.empty());

        assertThat(lacking(id)).containsExactly("applicant", "witness");
        Callers.run(jan, () -> roles.add(id, "witness", witness));
        assertThat(lacking(id)).containsExactly("applicant");
        Callers.run(jan, () -> roles.add(id, "applicant", customer));

        assertThat(lacking(id)).isEmpty();
    }

    @Test
    void aResultThatStopsTheCaseNeedsNobody() {
        CaseId id = opened(Optional.empty());

        assertThat(close(id, "dropped").isClosed()).isTrue();
        assertThat(lacking(id)).as("what ended lacks nothing").isEmpty();
    }

    @Test
    void whoGoesOutWhileACaseClosesLeavesNoCaseClosedWithoutHim() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            CaseId id = opened(Optional.of(customer));
            Callers.run(jan, () -> roles.add(id, "witness", witness));
            UUID holder = Callers.as(jan, () -> together.answer(roles.partOf(id))).getFirst().id();
            int seen = file(id).progress().revision();
            List<Callable<Boolean>> both =
                    List.of(
                            () ->
                                    Callers.as(
                                            jan,
                                            () -> {
                                                roles.remove(id, holder);
                                                return true;
                                            }),
                            () -> Callers.as(jan, () -> cases.close(id, seen, "heard")).isClosed());

            Together.run(both);

            boolean there = !Callers.as(jan, () -> together.answer(roles.partOf(id))).isEmpty();
            assertThat(file(id).isClosed()).isEqualTo(there);
        }
    }

    @Test
    void nobodyOfTheOcmwFillsARoleOfACaseThatHeDoesNotSee() {
        CaseId id = opened(Optional.of(customer));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);

        assertThatThrownBy(() -> Callers.run(social, () -> roles.add(id, "witness", witness)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo("cases.case"));
        assertThat(lacking(id)).containsExactly("witness");
    }

    private CaseId opened(Optional<PartyId> party) {
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                "hearing",
                                                "Zitting",
                                                "",
                                                party,
                                                here.unit(),
                                                new OpenCase.Intake(
                                                        Channel.DESK,
                                                        LocalDate.of(2026, 3, 2),
                                                        Optional.empty()),
                                                Optional.empty())))
                .id();
    }

    private PartyId person(String name) {
        return Callers.as(
                jan,
                () ->
                        parties.register(
                                NewParty.person(
                                        name,
                                        EmailAddress.parse(
                                                "p" + UUID.randomUUID() + "@voorbeeld.be"),
                                        "EMPLOYEE")));
    }

    private List<String> lacking(CaseId id) {
        return Callers.as(jan, () -> together.answer(work.lacks(cases.get(id)))).roles().stream()
                .map(RoleDefinition::code)
                .toList();
    }

    private CaseFile close(CaseId id, String result) {
        return Callers.as(jan, () -> cases.close(id, file(id).progress().revision(), result));
    }

    private CaseFile file(CaseId id) {
        return Callers.as(jan, () -> cases.get(id)).file();
    }
}
