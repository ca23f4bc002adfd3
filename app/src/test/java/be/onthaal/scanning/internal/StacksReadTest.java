// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.NotFound;
import be.onthaal.organisation.StandardRole;
import be.onthaal.scanning.Paper;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Scans;
import be.onthaal.scanning.SheetCode;
import be.onthaal.scanning.Stacks;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Stacks of paper that become separate pieces, whatever lies in them and whatever stops. */
@OnthaalTest
@Import(ScanTown.class)
class StacksReadTest {

    @Autowired ScanTown town;
    @Autowired TownFixtures towns;
    @Autowired Scans scans;
    @Autowired Stacks stacks;
    @Autowired StackReading reading;
    @Autowired SheetStore sheets;
    @Autowired Tesseract tesseract;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller rita;

    @BeforeEach
    void found() {
        here = town.found();
        rita = towns.person(here, StandardRole.POST_CLERK);
    }

    @Test
    void aStackIsSplitAtOurSheetsAndBlankSidesBelongToNoPiece() {
        UnitId works = town.unit(here, "Openbare werken");
        take(
                "stapel.pdf",
                Paper.pdf(
                        Paper.letter("Betreft: vergunning", "Eerste brief"),
                        Paper.back(),
                        town.separator(here),
                        Paper.letter("Tweede brief", "Bladzijde een"),
                        Paper.letter("Tweede brief", "Bladzijde twee"),
                        Paper.blank(),
                        town.cover(here, works, Confidentiality.INTERNAL),
                        Paper.signature()));
        town.read();
        List<ScannedPiece> tray = town.tray(rita);
        assertThat(tray).extracting(ScannedPiece::pages).containsExactly(1, 2, 1);
        assertThat(tray).allMatch(ScannedPiece::waits).allMatch(piece -> piece.file().isPresent());
        ScannedPiece covered = tray.getLast();
        assertThat(covered.placement().covered()).isTrue();
        assertThat(covered.placement().unit()).isEqualTo(works);
        assertThat(covered.placement().kind().name()).isEqualTo("REGISTERED");
        assertThat(tray.getFirst().placement().unit()).isEqualTo(here.unit());
        ScanStack stack = Callers.as(rita, stacks::recent).getFirst();
        assertThat(stack.state()).isEqualTo(ScanStack.State.SPLIT);
        assertThat(stack.pages()).isEqualTo(8);
    }

    @Test
    void aSheetThatLiesTheWrongWayIsTurnedAndRead() {
        assumeThat(tesseract.isThere() || "true".equals(System.getenv("CI"))).isTrue();
        BufferedImage letter =
                Paper.letter(
                        "Gemeentebestuur Proefdorp",
                        "Betreft: aanvraag van een parkeervergunning",
                        "Geachte mevrouw, geachte heer,",
                        "Hierbij vraag ik een vergunning aan voor mijn wagen.",
                        "Ik woon sinds september in de Osylei te Mortsel.",
                        "In de bijlage vindt u een kopie van mijn identiteitskaart.",
                        "Kunt u mij laten weten hoelang de behandeling duurt?",
                        "Met vriendelijke groeten,",
                        "Jan Peeters");
        take("gedraaid.pdf", Paper.pdf(Paper.turned(letter, 180), Paper.turned(letter, 90)));
        town.read();
        String text = town.tray(rita).getFirst().text();
        assertThat(text.split("parkeervergunning", -1)).hasSize(3);
        assertThat(town.tray(rita).getFirst().proposal().subject())
                .isEqualTo("aanvraag van een parkeervergunning");
    }

    @Test
    void aCodeThatIsNotOursSplitsNothing() throws Exception {
        TestAuthority elsewhere = town.found();
        BufferedImage payment = coded("BCD\n002\n1\nSCT\n\nSpaarbank\nBE68539007547034\nEUR12.50");
        BufferedImage forged =
                coded(
                        "ONTHAAL1:0123456789abcdef0123456789abcdef:"
                                + new SheetCode.Separator().written());
        take(
                "codes.pdf",
                Paper.pdf(
                        Paper.letter("Factuur", "Te betalen"),
                        payment,
                        town.separator(elsewhere),
                        forged,
                        Paper.letter("Slot")));
        town.read();
        assertThat(town.tray(rita)).extracting(ScannedPiece::pages).containsExactly(5);
    }

    @Test
    void aTiffOfSeveralSidesAndAPhotographAreStacksToo() {
        take(
                "fax.tif",
                Paper.tiff(
                        Paper.letter("Een"),
                        town.separator(here),
                        Paper.letter("Twee"),
                        Paper.letter("Drie")));
        take("foto.jpg", Paper.picture(Paper.letter("Foto van een brief"), "jpg"));
        town.read();
        assertThat(town.tray(rita))
                .extracting(ScannedPiece::pages)
                .containsExactlyInAnyOrder(1, 2, 1);
    }

    @Test
    void whatCannotBeReadIsInSightWithItsReasonAndHoldsUpNothing() {
        byte[] pdf = Paper.pdf(Paper.letter("Een brief"));
        take("stuk.pdf", java.util.Arrays.copyOf(pdf, 60));
        take("geheim.pdf", Paper.locked(pdf));
        take("bom.tif", Paper.bomb(60_000));
        take("tekst.txt", "Dit is geen scan".getBytes(StandardCharsets.UTF_8));
        take("goed.pdf", pdf);
        town.read();
        List<ScanStack> all = Callers.as(rita, stacks::recent);
        assertThat(reason(all, "stuk.pdf")).isEqualTo("damaged");
        assertThat(reason(all, "geheim.pdf")).isEqualTo("password");
        assertThat(reason(all, "bom.tif")).isEqualTo("too-large-inside");
        assertThat(reason(all, "tekst.txt")).isEqualTo("unsupported");
        assertThat(town.tray(rita)).hasSize(1);
        ScanStack broken =
                all.stream().filter(one -> one.name().equals("stuk.pdf")).findFirst().orElseThrow();
        Callers.run(rita, () -> stacks.again(broken.id()));
        town.read();
        Callers.run(rita, () -> stacks.discard(broken.id(), "Opnieuw gescand"));
        assertThat(Callers.as(rita, stacks::recent))
                .extracting(ScanStack::name)
                .doesNotContain("stuk.pdf");
    }

    @Test
    void whoStopsHalfwayGoesOnWhereHeWasAndNothingIsThereTwice() throws Exception {
        take(
                "crash.pdf",
                Paper.pdf(
                        Paper.letter("Een"),
                        town.separator(here),
                        Paper.letter("Twee"),
                        Paper.letter("Drie")));
        Callers.call(
                here.service(),
                () -> {
                    reading.open();
                    return reading.read(1);
                });
        assertThat(states()).contains("READ", "WAITING");
        // A worker takes a sheet and is killed.
        Callers.run(
                here.service(),
                () ->
                        transactions.executeWithoutResult(status ->
                                sheets.lease(clock.instant(), clock.instant().plusSeconds(600))));
        List<String> before = pictures();
        town.read();
        assertThat(town.tray(rita)).isEmpty();
        owner.execute(
                "update scanning.sheet set leased_until = '2000-01-01' where authority_id = '%s'"
                        .formatted(here.authority().id()));
        town.read();
        town.read();
        assertThat(town.tray(rita)).extracting(ScannedPiece::pages).containsExactly(1, 2);
        assertThat(pictures()).containsAll(before);
        assertThat(states()).containsOnly("READ").hasSize(4);
    }

    @Test
    void twoWhoReadAtTheSameMomentMakeEachPieceOnce() throws Exception {
        take(
                "samen.pdf",
                Paper.pdf(
                        Paper.letter("Een"),
                        town.separator(here),
                        Paper.letter("Twee"),
                        town.separator(here),
                        Paper.letter("Drie")));
        List<Object> done = Together.run(List.of(this::readAll, this::readAll, this::readAll));
        town.read();
        assertThat(done).containsOnly(true);
        assertThat(town.tray(rita)).extracting(ScannedPiece::pages).containsExactly(1, 1, 1);
    }

    @Test
    void theSameFileIsKeptOnce() {
        byte[] pdf = Paper.pdf(Paper.letter("Een brief"));
        assertThat(town.take(rita, here.unit(), "een.pdf", pdf)).isTrue();
        assertThat(town.take(rita, here.unit(), "nog-eens.pdf", pdf)).isFalse();
        town.read();
        assertThat(town.tray(rita)).hasSize(1);
    }

    @Test
    void whatACoverSheetCallsConfidentialOnlyItsUnitSees() {
        UnitId social = town.unit(here, "Sociale dienst");
        Caller worker = towns.person(here, StandardRole.SOCIAL_WORKER, Optional.of(social));
        take(
                "vertrouwelijk.pdf",
                Paper.pdf(
                        Paper.letter("Gewone brief"),
                        town.cover(here, social, Confidentiality.CONFIDENTIAL),
                        Paper.letter("Leefloon van Jan Peeters")));
        town.read();
        assertThat(town.tray(rita)).hasSize(1);
        List<ScannedPiece> seen = town.tray(worker);
        assertThat(seen).hasSize(1);
        ScannedPiece secret = seen.getFirst();
        assertThatThrownBy(() -> Callers.as(rita, () -> scans.look(secret.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Callers.as(rita, () -> scans.sheets(secret.id()))).isEmpty();
        Caller stranger = towns.person(town.found(), StandardRole.POST_CLERK);
        assertThatThrownBy(() -> Callers.as(stranger, () -> scans.look(secret.id())))
                .isInstanceOf(NotFound.class);
        assertThat(town.tray(stranger)).isEmpty();
    }

    private boolean readAll() {
        town.read();
        return true;
    }

    private void take(String name, byte[] bytes) {
        assertThat(town.take(rita, here.unit(), name, bytes)).isTrue();
    }

    private static String reason(List<ScanStack> all, String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .filter(one -> one.state() == ScanStack.State.REFUSED)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static BufferedImage coded(String text) throws Exception {
        var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 600, 600);
        BufferedImage sheet = Paper.letter("Gelieve te betalen");
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 600; x++) {
                sheet.setRGB(500 + x, 800 + y, code.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        return sheet;
    }

    private List<String> states() {
        return sheetColumn("state");
    }

    private List<String> pictures() {
        return sheetColumn("coalesce(picture_sha256, '')").stream()
                .filter(hex -> !hex.isEmpty())
                .toList();
    }

    private List<String> sheetColumn(String column) {
        return owner.column(
                "select %s from scanning.sheet where authority_id = '%s' order by number"
                        .formatted(column, here.authority().id()));
    }
}
