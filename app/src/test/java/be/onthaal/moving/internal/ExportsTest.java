// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseTransfers;
import be.onthaal.moving.internal.MovingTown.Place;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.KnownParties;
import be.onthaal.party.Party;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(MovingTown.class)
class ExportsTest {

    private static final Map<String, String> FOLDER =
            Map.of(
                    "parties.csv",
                    """
                    key;kind;name;enterprise_number;email;phone;address;language
                    K1;person;'=HYPERLINK("x");;jan@voorbeeld.be;+32 475 12 34 56;Stadsplein 1;fr
                    K2;organisation;Bakkerij De Korenaar;0207.500.123;;;;nl
                    """,
                    "cases.csv",
                    """
                    key;type;subject;description;party;unit;opened_on;due_on;confidentiality;channel;notes
                    D1;information-question;Reispas;"Twee
                    regels";K1;Onthaal;1/10/2026;2026-12-24;INTERNAL;PHONE;"Een
                    -----
                    Twee"
                    D2;information-question;Dossier schuld;;K2;Geheim;2026-11-02;;SECRET;DESK;
                    """,
                    "documents.csv",
                    "case;file;title;date\nD1;brief.txt;Brief van Jan;2026-10-01\n",
                    "brief.txt",
                    "Geachte, mijn reispas…",
                    "numbers.csv",
                    "register;year;last\nIN;2026;1834\n");

    @Autowired MovingTown moving;
    @Autowired TownFixtures towns;
    @Autowired Exports exports;
    @Autowired ExportWriting writing;
    @Autowired CaseTransfers caseTransfers;
    @Autowired KnownParties known;
    @Autowired Units units;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;

    private Place place;

    @BeforeEach
    void moveIn() {
        clock.free();
        place = moving.found();
        Callers.run(place.here().administrator(), () -> units.open("Geheim", Optional.empty()));
        moving.moved(place, FOLDER);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void whatGoesOutComesInElsewhereAsItWas() throws IOException {
        byte[] zip = Files.readAllBytes(exported(place.mover()));
        Place elsewhere = moving.found();

        UUID id = moving.broughtZip(elsewhere, zip);
        moving.finish(elsewhere);
        moving.start(elsewhere, id);
        moving.finish(elsewhere);

        assertThat(moving.look(elsewhere, id).transfer().state()).isEqualTo(Transfer.State.DONE);
        assertThat(moving.look(elsewhere, id).count(Sheet.DOCUMENTS, Verdict.NEW)).isEqualTo(1);
        assertThat(customers(elsewhere)).isEqualTo(customers(place));
        CaseDetail was = open(place).getFirst();
        CaseDetail is = open(elsewhere).getFirst();
        assertThat(is.file().matter().subject()).isEqualTo(was.file().matter().subject());
        assertThat(is.file().matter().description())
                .contains(was.file().number().display())
                .contains("Twee\nregels");
        assertThat(is.file().term().dueOn()).isEqualTo(was.file().term().dueOn());
        assertThat(is.file().term().startsOn()).isEqualTo(was.file().term().startsOn());
        assertThat(is.file().intake().channel()).isEqualTo(was.file().intake().channel());
        assertThat(is.file().customer().name()).isEqualTo(was.file().customer().name());
        assertThat(is.notes()).extracting("text").containsExactlyInAnyOrder("Een", "Twee");
    }

    @Test
    void nothingInItRunsAsAFormula() throws IOException {
        try (var zip = new ZipFile(exported(place.mover()).toFile())) {
            for (Sheet sheet : Sheet.values()) {
                try (var in = zip.getInputStream(zip.getEntry(sheet.fileName()))) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(text).as(sheet.fileName()).doesNotContainPattern("(?:^|;)\"?[=+@]");
                }
            }
        }
    }

    @Test
    void whoMayNotSeeASecretCaseDoesNotCarryItOut() throws IOException {
        try (var zip = new ZipFile(exported(place.mover()).toFile());
                var in = zip.getInputStream(zip.getEntry("cases.csv"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Reispas")
                    .doesNotContain("Dossier schuld");
        }
    }

    @Test
    void everyCustomerInItHasAConsultation() {
        exported(place.mover());

        for (UUID party : ids(place)) {
            assertThat(
                            owner.column(
                                    "select distinct kind || purpose || actor_name from audit.event"
                                            + " where action = 'moving.exported' and parties @> array['"
                                            + party
                                            + "'::uuid]"))
                    .containsExactly("CONSULTATION" + "ADMINISTRATION" + place.mover().name());
        }
    }

    @Test
    void onlyTheOneWhoAskedFetchesItAndOnlyForADay() {
        Caller colleague = towns.person(place.here(), StandardRole.ADMINISTRATOR, Optional.empty());
        UUID id = asked(place.mover());

        Path file = Callers.as(place.mover(), () -> exports.fetch(id));
        assertThat(file).exists();
        assertThatThrownBy(() -> Callers.as(colleague, () -> exports.fetch(id)))
                .hasMessage("moving.export");
        clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> Callers.as(place.mover(), () -> exports.fetch(id)))
                .hasMessage("moving.export");
        writing.write(place.here().authority());
        assertThat(file).doesNotExist();
    }

    @Test
    void whoLostTheRightMeanwhileGetsNothing() {
        UUID id = Callers.as(place.mover(), exports::ask).id();
        owner.execute(
                "update organisation.role_grant set valid_from = current_date - 9, valid_until ="
                        + " current_date - 2 where employee_id = '"
                        + place.mover().employee().orElseThrow()
                        + "'");

        writing.write(place.here().authority());

        assertThat(Callers.as(place.mover(), exports::mine))
                .extracting(Export::id, Export::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, Export.State.FAILED));
    }

    @Test
    void askingTwiceMakesOne() {
        Callers.as(place.mover(), exports::ask);

        assertThatThrownBy(() -> Callers.as(place.mover(), exports::ask))
                .hasMessage("moving.export-busy");
    }

    private Path exported(Caller asker) {
        UUID id = asked(asker);
        return Callers.as(asker, () -> exports.fetch(id));
    }

    private UUID asked(Caller asker) {
        UUID id = Callers.as(asker, exports::ask).id();
        writing.write(place.here().authority());
        return id;
    }

    private List<CaseDetail> open(Place where) {
        return Callers.as(
                where.here().service(), () -> caseTransfers.openAfter(Optional.empty(), 100));
    }

    private List<UUID> ids(Place where) {
        return Callers.as(where.here().service(), () -> known.after(Optional.empty(), 100)).stream()
                .map(party -> party.id().value())
                .toList();
    }

    private List<String> customers(Place where) {
        List<Party> all =
                Callers.as(where.here().service(), () -> known.after(Optional.empty(), 100));
        return all.stream()
                .map(party ->
                        party.kind()
                                + party.name()
                                + party.enterprise()
                                + party.locale()
                                + party.contactPoints().stream()
                                        .map(ContactPoint::value)
                                        .sorted()
                                        .toList())
                .sorted()
                .toList();
    }
}
