// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.Digest;
import be.onthaal.files.Files;
import be.onthaal.organisation.StandardRole;
import be.onthaal.post.PieceKind;
import be.onthaal.scanning.Paper;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.SheetCode;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What we call archive-proof is what veraPDF calls PDF/A-2b. */
@OnthaalTest
@Import(ScanTown.class)
class ArchiveProofTest {

    @Autowired ScanTown town;
    @Autowired TownFixtures towns;
    @Autowired Tesseract tesseract;
    @Autowired Files files;

    @Test
    void everyPieceIsPdfAWithItsWordsBehindItsPictures() throws Exception {
        TestAuthority here = town.found();
        Caller rita = towns.person(here, StandardRole.POST_CLERK);
        BufferedImage coloured = Paper.letter("In kleur: café, Ïeper, € 12");
        for (int x = 200; x < 900; x++) {
            for (int y = 1_000; y < 1_300; y++) {
                coloured.setRGB(x, y, Color.RED.getRGB());
            }
        }
        town.take(
                rita,
                here.unit(),
                "stapel.pdf",
                Paper.pdf(
                        Paper.letter("Betreft: <zeldzame> & vreemde vogels", "Tweede regel"),
                        coloured,
                        town.separator(here),
                        Paper.signature()));
        town.read();
        List<ScannedPiece> tray = town.tray(rita);
        assertThat(tray).hasSize(2);
        for (ScannedPiece piece : tray) {
            Digest pdf = piece.file().orElseThrow().pdf();
            byte[] bytes = Callers.as(rita, () -> files.read(pdf));
            assertThat(problems(bytes)).isEmpty();
        }
        if (tesseract.isThere()) {
            Digest pdf = tray.getFirst().file().orElseThrow().pdf();
            byte[] bytes = Callers.as(rita, () -> files.read(pdf));
            try (var document = Loader.loadPDF(bytes)) {
                assertThat(new PDFTextStripper().getText(document)).contains("vreemde vogels");
            }
        }
    }

    @Test
    void theSheetsThatAreToBePrintedAreToo() throws Exception {
        TestAuthority here = town.found();
        var cover =
                new SheetCode.Cover(
                        here.unit(),
                        PieceKind.LETTER,
                        Confidentiality.SECRET,
                        true,
                        "Z-2026-000001");
        assertThat(problems(town.print(here, cover))).isEmpty();
    }

    private static List<String> problems(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(told -> told.getStatus() != TestAssertion.Status.PASSED)
                    .map(told -> told.getRuleId() + " " + told.getMessage())
                    .toList();
        }
    }
}
