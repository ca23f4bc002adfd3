// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.Extras;
import be.onthaal.routing.RoutingRules;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Target;
import be.onthaal.scanning.Paper;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Scans;
import be.onthaal.scanning.Sheet;
import be.onthaal.scanning.Trays;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What waits in the tray, put right, registered, found again and brought to a case. */
@OnthaalTest
@Import(ScanTown.class)
class RegisteredScansTest {

    @Autowired ScanTown town;
    @Autowired TownFixtures towns;
    @Autowired Scans scans;
    @Autowired Trays trays;
    @Autowired OldScans old;
    @Autowired Tesseract tesseract;
    @Autowired Search search;
    @Autowired PostRegister post;
    @Autowired PostCases postCases;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired DocumentLinks documents;
    @Autowired Parties parties;
    @Autowired RoutingRules rules;
    @Autowired Parts parts;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller rita;

    @BeforeEach
    void found() {
        here = town.found();
        rita = towns.person(here, StandardRole.POST_CLERK);
    }

    @Test
    void aPieceBecomesAnEntryWithItsDocumentAndIsFoundByItsWords() {
        assumeThat(tesseract.isThere() || "true".equals(System.getenv("CI"))).isTrue();
        ScannedPiece piece =
                scanned(
                        Paper.letter(
                                "Vogelwacht Mortsel",
                                "Betreft: broedende kwartelkoning",
                                "In het park broedt een kwartelkoning."));
        assertThat(piece.proposal().subject()).isEqualTo("broedende kwartelkoning");
        RegisterEntry entry = town.register(rita, piece, here.unit(), "Broedende vogel");
        assertThat(town.register(rita, piece, here.unit(), "Broedende vogel").id())
                .isEqualTo(entry.id());
        assertThat(town.tray(rita)).isEmpty();
        assertThat(Callers.as(rita, () -> search.find("kwartelkoning", List.of("SCAN"), 5)))
                .extracting(Found::ref)
                .containsExactly(entry.id().value());
        assertThat(Callers.as(rita, () -> scans.pdf(entry.id())))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(Callers.as(rita, () -> scans.firstPage(entry.id()))).isNotEmpty();
        Caller stranger = towns.person(town.found(), StandardRole.POST_CLERK);
        assertThatThrownBy(() -> Callers.as(stranger, () -> scans.pdf(entry.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Callers.as(stranger, () -> search.find("kwartelkoning", List.of("SCAN"), 5)))
                .isEmpty();
    }

    @Test
    void theSenderAndTheUnitAreProposedFromTheText() {
        assumeThat(tesseract.isThere() || "true".equals(System.getenv("CI"))).isTrue();
        UnitId green = town.unit(here, "Groendienst");
        Callers.run(
                here.administrator(),
                () ->
                        rules.add(
                                0,
                                new RuleWish(
                                        "Bomen",
                                        true,
                                        Conditions.ofSubject("boom"),
                                        new Target.ToUnit(green),
                                        Extras.NONE)));
        PartyId jan =
                Callers.as(
                        rita,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Jan Janssens",
                                                EmailAddress.parse("janssens@voorbeeld.be"),
                                                "EMPLOYEE")));
        ScannedPiece piece =
                scanned(
                        Paper.letter(
                                "J. Janssens",
                                "janssens@voorbeeld.be",
                                "Mortsel, 12 januari 2026",
                                "Betreft: zieke boom in mijn straat",
                                "Graag had ik een zieke boom gemeld."));
        assertThat(piece.text()).contains("voorbeeld.be", "zieke boom");
        assertThat(piece.proposal().party()).as(piece.text()).contains(jan);
        assertThat(piece.proposal().sender()).isEqualTo("Jan Janssens");
        assertThat(piece.proposal().dated()).contains(LocalDate.of(2026, 1, 12));
        assertThat(piece.placement().unit()).isEqualTo(green);
        assertThat(piece.proposal().why()).isNotEmpty();
        assertThat(town.tray(rita)).hasSize(1);
    }

    @Test
    void whatBelongsToACaseIsADocumentOfThatCase() {
        Callers.run(here.administrator(), types::installStandard);
        Caller els = towns.person(here, StandardRole.CASE_HANDLER);
        CaseFile file = open(els);
        ScannedPiece piece = scanned(Paper.letter("Een attest", "voor de zaak"));
        RegisterEntry entry = town.register(rita, piece, here.unit(), "Attest");
        Callers.run(els, () -> postCases.add(entry.id(), file));
        List<DocumentLine> held =
                Callers.as(els, () -> parts.answer(documents.partOf(List.of(file.id()), 10)));
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().document().about().title()).isEqualTo("Attest");
        assertThat(held.getFirst().document().isFinal()).isTrue();
    }

    @Test
    void whatIsRegisteredForAnotherUnitGoesOutOfSightAndItsDocumentAlong() {
        UnitId social = town.unit(here, "Sociale dienst");
        Caller worker = towns.person(here, StandardRole.SOCIAL_WORKER, Optional.of(social));
        ScannedPiece piece = scanned(Paper.letter("Vraag om hulp"));
        RegisterEntry entry =
                town.register(rita, piece, social, Confidentiality.CONFIDENTIAL, "Vraag om hulp");
        assertThatThrownBy(() -> Callers.as(rita, () -> scans.pdf(entry.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Callers.as(worker, () -> scans.pdf(entry.id()))).isNotEmpty();
        assertThat(placed(piece)).containsExactly(social + " 2");
        UnitId other = town.unit(here, "Thuiszorg");
        Callers.run(worker, () -> post.route(entry.id(), other));
        assertThat(placed(piece)).containsExactly(other + " 2");
    }

    @Test
    void somebodyPutsRightWhatTheScannerGotWrong() {
        ScannedPiece whole =
                scanned(Paper.letter("Een"), Paper.letter("Twee"), Paper.letter("Drie"));
        List<Sheet> all = Callers.as(rita, () -> scans.sheets(whole.id()));
        Callers.run(rita, () -> trays.split(whole.id(), whole.revision(), all.get(1).id()));
        refused(
                "scanning.changed",
                () -> trays.split(whole.id(), whole.revision(), all.get(1).id()));
        town.read();
        List<ScannedPiece> two = town.tray(rita);
        assertThat(two).extracting(ScannedPiece::pages).containsExactly(1, 2);
        ScannedPiece second = two.getLast();
        Callers.run(rita, () -> trays.turn(second.id(), second.revision(), all.get(2).id(), 180));
        town.read();
        assertThat(Callers.as(rita, () -> scans.sheets(second.id())))
                .extracting(Sheet::turned)
                .containsExactly(0, 180);
        ScannedPiece turned = town.tray(rita).getLast();
        assertThat(turned.waits()).isTrue();
        assertThat(Callers.as(rita, () -> trays.join(turned.id(), turned.revision())))
                .isEqualTo(whole.id());
        town.read();
        ScannedPiece again = town.tray(rita).getFirst();
        assertThat(again.pages()).isEqualTo(3);
        refused("scanning.nothing-before", () -> trays.join(again.id(), again.revision()));
        refused("scanning.reason-missing", () -> trays.discard(again.id(), again.revision(), " "));
        Callers.run(rita, () -> trays.discard(again.id(), again.revision(), "Reclame"));
        assertThat(town.tray(rita)).isEmpty();
        assertThat(Callers.as(rita, trays::discarded))
                .extracting(Trays.Discarded::reason)
                .containsExactly("Reclame");
        Callers.run(rita, () -> trays.takeBack(again.id()));
        town.read();
        assertThat(town.tray(rita)).hasSize(1);
    }

    @Test
    void aMonthAfterAllIsSettledOnlyWhatWasRegisteredStays() {
        ScannedPiece kept = scanned(Paper.letter("Te bewaren"));
        RegisterEntry entry = town.register(rita, kept, here.unit(), "Te bewaren");
        age();
        assertThat(Callers.as(here.service(), old::forget)).isEqualTo(1);
        assertThat(
                        owner.column(
                                "select id from scanning.sheet where authority_id = '%s'"
                                        .formatted(here.authority().id())))
                .isEmpty();
        assertThat(Callers.as(rita, () -> scans.pdf(entry.id()))).isNotEmpty();
        ScannedPiece waiting = scanned(Paper.letter("Wacht nog"));
        age();
        assertThat(Callers.as(here.service(), old::forget)).isZero();
        assertThat(town.tray(rita)).extracting(ScannedPiece::id).containsExactly(waiting.id());
    }

    private void age() {
        String where = " where authority_id = '%s'".formatted(here.authority().id());
        owner.execute(
                "update scanning.stack set added_at = added_at - interval '31 days'"
                        + where
                        + "; update scanning.piece set settled_at = settled_at - interval '31 days'"
                        + where);
    }

    private ScannedPiece scanned(java.awt.image.BufferedImage... sheets) {
        assertThat(town.take(rita, here.unit(), UUID.randomUUID() + ".pdf", Paper.pdf(sheets)))
                .isTrue();
        town.read();
        return town.tray(rita).getLast();
    }

    private List<String> placed(ScannedPiece piece) {
        return owner.column(
                "select d.unit_id || ' ' || d.confidentiality from documents.document d join scanning.piece p"
                        + " on p.document_id = d.id where p.id = '"
                        + piece.id()
                        + "'");
    }

    private CaseFile open(Caller who) {
        return Callers.as(
                who,
                () ->
                        cases.open(
                                new OpenCase(
                                        CaseTypes.INFORMATION_QUESTION,
                                        "Een zaak",
                                        "",
                                        Optional.empty(),
                                        here.unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                LocalDate.of(2026, 11, 20),
                                                Optional.empty()),
                                        Optional.empty())));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(rita, work))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(code);
    }
}
