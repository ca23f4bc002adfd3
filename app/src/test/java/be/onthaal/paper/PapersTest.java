// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.Refused;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PapersTest {

    private static final String EVERYTHING =
            """
            <h1>Beslissing over uw aanvraag</h1>
            <p>Geachte mevrouw <strong>Ïris Čapek-Müller</strong>, cœur, naïef, één, façade, € 12,50,
            „aanhalingen” – en <em>schuin</em>, <b><i>vet en schuin</i></b>.</p>
            <h2>Wat u moet weten</h2>
            <ul><li>eerste punt</li><li>tweede punt<ol><li>genummerd</li><li>daaronder</li></ol></li></ul>
            <table><caption>Bedragen</caption>
            <thead><tr><th>Waarvoor</th><th class="figure">Bedrag</th></tr></thead>
            <tbody><tr><td>Retributie</td><td class="figure">€ 20,00</td></tr>
            <tr><th>Samen</th><td class="figure">€ 20,00</td></tr></tbody></table>
            <p>Meer weten? <a href="https://www.mortsel.be/bezwaar">Lees over bezwaar</a>.<br/>Tot dan.</p>
            <blockquote><p>Geciteerd.</p></blockquote><hr/>
            <p lang="fr">Une phrase en français.</p>
            """;

    private final Papers papers = new Papers();

    @Test
    void aTextWithAllThatLettersNeedLastsAndIsReadByEverybody() throws Exception {
        byte[] pdf = papers.pdf(Paper.of("Beslissing over uw aanvraag", "nl-BE", EVERYTHING));

        assertThat(PdfJudge.problems(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Beslissing over uw aanvraag");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-BE");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Ïris Čapek-Müller", "cœur, naïef, één, façade, € 12,50")
                    .contains("genummerd", "Retributie");
        }
    }

    @Test
    void manyPagesKeepTheirNumbersAndTheHeadingOfTheirTable() throws Exception {
        String rows =
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(row -> "<tr><td>Lijn " + row + "</td><td>é</td></tr>")
                        .collect(Collectors.joining());

        byte[] pdf =
                papers.pdf(
                        Paper.of(
                                "Lijst",
                                "nl",
                                "<h1>Lijst</h1><table><thead><tr><th>Wat</th><th>Teken</th></tr></thead><tbody>"
                                        + rows
                                        + "</tbody></table>"));

        assertThat(PdfJudge.problems(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(15);
            var last = new PDFTextStripper();
            last.setStartPage(pages);
            assertThat(last.getText(document)).contains("Lijn 1000", "Wat", pages + " / " + pages);
        }
    }

    @Test
    void theAddressOfALetterStandsInTheWindowOfItsEnvelope() throws Exception {
        byte[] pdf = papers.pdf(letter(Optional.of(new Picture(logo(), "Stad Mortsel"))).paper());

        assertThat(PdfJudge.problems(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            TextPosition first = firstOf(document, "Mevrouw");
            TextPosition last = firstOf(document, "2640");
            assertThat(millimetres(first.getXDirAdj())).isBetween(109.0, 112.0);
            assertThat(millimetres(first.getYDirAdj())).isBetween(50.0, 56.0);
            assertThat(millimetres(last.getYDirAdj())).isLessThan(80);
            assertThat(millimetres(firstOf(document, "24").getYDirAdj())).isGreaterThan(80);
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void anAddressThatWouldHangOutOfTheWindowIsRefused() {
        assertThatThrownBy(() ->
                        new Letter(
                                List.of("Stad"),
                                List.of("1", "2", "3", "4", "5", "6", "7"),
                                "",
                                "Brief",
                                "nl",
                                "",
                                Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessage("paper.address-too-long");
    }

    @Test
    void whatATextSaysIsNeverTakenForMarkup() throws Exception {
        byte[] pdf =
                papers.pdf(
                        new Letter(
                                        List.of("<b>Stad</b>"),
                                        List.of("Jan & <img src='file:///etc/passwd'/>"),
                                        "1 < 2",
                                        "Over \"haakjes\" <i>",
                                        "nl",
                                        Letter.paragraphs(List.of("</body><body>", "x & y")),
                                        Optional.empty())
                                .paper());

        assertThat(PdfJudge.problems(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("<b>Stad</b>", "</body><body>", "x & y", "file:///etc/passwd");
        }
    }

    @Test
    void signsThatTheFontLacksDoNotSpoilALetter() {
        String odd =
                "emoji 😀, Arabisch سلام, Chinees 漢字, \u200B\u202Eonzichtbaar\u0000, ﬁ, a\u0301";

        byte[] pdf = papers.pdf(Paper.of(odd, "nl", "<h1>Vreemd</h1><p>" + odd + "</p>"));

        assertThat(PdfJudge.problems(pdf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src=\"%s\" alt=\"\"/></p>",
                "<p><img src=\"file:///etc/passwd\" alt=\"\"/></p>",
                "<p><img src=\"picture:none\" alt=\"\"/></p>",
                "<p><img alt=\"\"/></p>",
                "<p style=\"background:url(%s)\">x</p>",
                "<style>@import url(%s);</style>",
                "<link rel=\"stylesheet\" href=\"%s\"/>",
                "<iframe src=\"%s\"/>",
                "<object data=\"%s\"/>",
                "<script>1</script>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<p onclick=\"x\">x</p>",
                "</body><body>",
                "</body></html><html><body>",
                "<p>niet gesloten",
                "<p>&nbsp;</p>",
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>",
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%s\"/>",
                "<table><tr><td colspan=\"1000000\">x</td></tr></table>",
            })
    void whatReachesOutsideOrIsNoMarkupOfALetterIsRefusedAndNothingIsFetched(String hostile)
            throws IOException {
        var asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/x.png";
            String body = "<h1>x</h1>" + hostile.replace("%s", address);

            assertThatThrownBy(() -> papers.pdf(Paper.of("x", "nl", body)))
                    .isInstanceOf(Refused.class);

            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theWorstThatMayBeAskedComesToAnEnd() {
        String word = "x".repeat(999_000);
        String tables =
                ("<table><tr><td>a</td><td>".repeat(9) + "x" + "</td></tr></table>".repeat(9))
                        .repeat(200);
        String wide =
                "<table>"
                        + "<tr>%s</tr>".formatted("<td colspan=\"99\">x</td>".repeat(90)).repeat(20)
                        + "</table>";

        for (String heavy : List.of(word, tables, wide)) {
            assertThat(PdfJudge.isPdf(papers.pdf(Paper.of("Zwaar", "nl", heavy)))).isTrue();
        }
    }

    @Test
    void whatIsTooLongTooDeepOrNoPictureIsRefused() {
        String deep = "<div>".repeat(40) + "x" + "</div>".repeat(40);

        assertThatThrownBy(() -> papers.pdf(Paper.of("x", "nl", deep)))
                .hasMessage("paper.too-deep");
        assertThatThrownBy(() -> papers.pdf(Paper.of("x", "nl", "x".repeat(1_000_001))))
                .hasMessage("paper.too-long");
        assertThatThrownBy(() -> papers.pdf(Paper.of("x", "nl", "<br/>".repeat(50_001))))
                .hasMessage("paper.too-long");
        assertThatThrownBy(() -> papers.pdf(Paper.of("x", "nl\" x=\"", "")))
                .hasMessage("paper.language");
        assertThatThrownBy(() -> papers.pdf(pictured("GIF89a".getBytes())))
                .hasMessage("paper.picture-unreadable");
        assertThatThrownBy(() -> papers.pdf(pictured(new byte[4_000_001])))
                .hasMessage("paper.picture-too-large");
        assertThatThrownBy(() -> papers.pdf(pictured(hugePicture())))
                .hasMessage("paper.picture-too-large");
    }

    private static Paper pictured(byte[] picture) {
        return new Paper(
                "x",
                "nl",
                "<p><img src=\"picture:x\"/></p>",
                Map.of("x", new Picture(picture, "Iets")));
    }

    static Letter letter(Optional<Picture> logo) {
        return new Letter(
                List.of("Stad Mortsel", "Burgerzaken"),
                List.of(
                        "Mevrouw",
                        "Fatima El Amrani",
                        "Statiestraat 12 bus 3",
                        "tweede verdieping",
                        "2640 Mortsel",
                        "België"),
                "24 november 2026 · Ons kenmerk U-2026-000012",
                "Beslissing over uw aanvraag",
                "nl",
                EVERYTHING.replaceFirst("<h1>.*</h1>", ""),
                logo);
    }

    private static byte[] logo() throws IOException {
        var picture = new BufferedImage(400, 160, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0, 90, 60, 180));
        pen.fillOval(10, 10, 140, 140);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** Many dots in few bytes. */
    private static byte[] hugePicture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(
                    new BufferedImage(20_000, 1_000, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static double millimetres(float points) {
        return points / 72 * 25.4;
    }

    private static TextPosition firstOf(PDDocument document, String word) throws IOException {
        var found = new TextPosition[1];
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> positions)
                            throws IOException {
                        if (found[0] == null && text.startsWith(word)) {
                            found[0] = positions.getFirst();
                        }
                        super.writeString(text, positions);
                    }
                };
        stripper.getText(document);
        assertThat(found[0]).as(word).isNotNull();
        return found[0];
    }
}
