// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** veraPDF, which says whether a PDF is what it claims to be. */
public final class PdfJudge {

    private PdfJudge() {}

    /** What is wrong with it as PDF/A-3a and as PDF/UA-1; empty when it is both. */
    public static List<String> problems(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)
                .flatMap(flavour -> problems(pdf, flavour).stream())
                .toList();
    }

    /** Whether it begins as a PDF does. */
    static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
    }

    private static List<String> problems(byte[] pdf, PDFAFlavour flavour) {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(told -> told.getStatus() != TestAssertion.Status.PASSED)
                    .map(told -> flavour + " " + told.getRuleId() + " " + told.getMessage())
                    .distinct()
                    .toList();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
