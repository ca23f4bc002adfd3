// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafeHtmlTest {

    private static final Set<String> FORBIDDEN_ELEMENTS =
            Set.of(
                    "script",
                    "style",
                    "iframe",
                    "frame",
                    "frameset",
                    "object",
                    "embed",
                    "applet",
                    "form",
                    "input",
                    "button",
                    "select",
                    "textarea",
                    "link",
                    "meta",
                    "base",
                    "svg",
                    "math",
                    "template",
                    "video",
                    "audio",
                    "source",
                    "picture",
                    "noscript",
                    "noembed",
                    "noframes",
                    "plaintext",
                    "xmp",
                    "dialog",
                    "portal",
                    "marquee",
                    "isindex",
                    "bgsound",
                    "layer",
                    "keygen",
                    "track",
                    "param",
                    "animate",
                    "set",
                    "use",
                    "foreignobject");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of(
                    "id",
                    "name",
                    "srcset",
                    "background",
                    "formaction",
                    "action",
                    "poster",
                    "ping",
                    "srcdoc",
                    "xlink:href",
                    "lowsrc",
                    "dynsrc",
                    "usemap",
                    "data",
                    "autofocus",
                    "contenteditable",
                    "tabindex",
                    "accesskey",
                    "slot",
                    "is",
                    "form",
                    "http-equiv");

    @ParameterizedTest
    @MethodSource("be.onthaal.mail.internal.reading.HostileHtml#payloads")
    void hostileHtmlIsHarmlessOnceParsed(String payload) {
        String clean = clean(payload);

        assertHarmless(clean);
        assertHarmless(clean(clean));
        assertHarmless(clean("<table><tr><td><b>" + payload + "</b></td></tr></table>"));
        assertHarmless(clean("<p title=\"" + payload + "\">x</p>"));
    }

    @Test
    void theJudgeOfHarmSeesHarmWhereItIs() {
        long harmful = HostileHtml.payloads().stream().filter(raw -> !isHarmless(raw)).count();

        assertThat(harmful).isGreaterThan(100);
    }

    @Test
    void thereAreEnoughHostilePayloads() {
        assertThat(HostileHtml.payloads()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void aRemotePictureIsReplacedByItsDescriptionAndCounted() {
        CleanHtml clean =
                SafeHtml.clean(
                        "<img src='https://x.be/a.png' alt='Stadhuis'>"
                                + "<img src='//x.be/b.png'><img src='/local.png' alt='<b>'>"
                                + "<img src='http://x.be/open.gif' width=1 height=1>"
                                + "<td background='http://x.be/c.png'>"
                                + "<p style='background-image:url(http://x.be/d.png)'>x</p>",
                        PictureLinks.KEEP);

        assertThat(clean.removedPictures()).isEqualTo(6);
        Document parsed = Jsoup.parse(clean.html());
        assertThat(parsed.select("img")).isEmpty();
        assertThat(parsed.select("." + SafeHtml.REMOVED_PICTURE).eachText())
                .containsExactly("[Stadhuis]", "[…]", "[<b>]");
        assertThat(clean.html()).doesNotContain("x.be");
    }

    @Test
    void aPictureInsideTheMailIsLinkedByTheCaller() {
        PictureLinks links =
                id -> id.equals("logo@x") ? Optional.of("/mail/1/deel/2") : Optional.empty();

        CleanHtml clean =
                SafeHtml.clean(
                        "<img src='CID:logo%40x' alt='Logo' width='10'><img src='cid:weg' alt='W'>",
                        links);

        Document parsed = Jsoup.parse(clean.html());
        assertThat(parsed.select("img").attr("src")).isEqualTo("/mail/1/deel/2");
        assertThat(parsed.select("img").attr("alt")).isEqualTo("Logo");
        assertThat(parsed.select("." + SafeHtml.REMOVED_PICTURE).text()).isEqualTo("[W]");
        assertThat(clean.removedPictures()).isZero();
    }

    @Test
    void aStoredBodyCanBeLinkedLater() {
        String stored =
                SafeHtml.clean("<p>Zie <img src='cid:a b' alt='kaart'></p>", PictureLinks.KEEP)
                        .html();

        String shown = SafeHtml.clean(stored, id -> Optional.of("/deel/" + id.length())).html();

        assertThat(Jsoup.parse(shown).select("img").attr("src")).isEqualTo("/deel/3");
    }

    @Test
    void aCallerCannotLinkOutsideOurSiteByMistake() {
        for (String link :
                List.of("https://x.be/a", "//x.be/a", "/\\x.be", "javascript:alert(1)")) {
            String html = SafeHtml.clean("<img src=cid:a>", id -> Optional.of(link)).html();

            assertThat(Jsoup.parse(html).select("img[src]")).as(link).isEmpty();
        }
    }

    @Test
    void aSmallRasterPictureInTheSourceStays() {
        String small = "data:image/png;base64,iVBORw0KGgo=";
        String large = "data:image/png;base64," + "A".repeat(200_000);

        assertThat(Jsoup.parse(clean("<img src='" + small + "'>")).select("img").attr("src"))
                .isEqualTo(small);
        assertThat(Jsoup.parse(clean("<img src='" + large + "'>")).select("img")).isEmpty();
        assertThat(clean("<img src='data:image/svg+xml;base64,AAAA'>")).doesNotContain("data:");
    }

    @Test
    void aLinkOpensBesideOurPageAndTellsNothing() {
        Element link =
                Jsoup.parse(clean("<a href='https://gent.be' target=_top rel=opener>x</a>"))
                        .select("a")
                        .getFirst();

        assertThat(link.attr("href")).isEqualTo("https://gent.be");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel").split(" "))
                .containsExactlyInAnyOrder("noopener", "noreferrer", "nofollow");
    }

    @Test
    void onlyWebMailAndTelephoneLinksStay() {
        Document parsed =
                Jsoup.parse(
                        clean(
                                "<a href='mailto:a@b.be'>1</a><a href='tel:+3291234567'>2</a>"
                                        + "<a href='ftp://x'>3</a><a href='/relatief'>4</a>"
                                        + "<a href='#top'>5</a><a href='file:///c:/x'>6</a>"
                                        + "<a href='sms:1'>7</a><a name=x>8</a>"));

        assertThat(parsed.select("a").eachText()).containsExactly("1", "2");
        assertThat(parsed.text()).isEqualTo("12345678");
    }

    @Test
    void layoutAndSimpleStylesSurvive() {
        Document parsed =
                Jsoup.parse(
                        clean(
                                """
                                <h2 style="color: #005ea5; text-align: center">Kop</h2>
                                <table width="600" cellpadding="4" bgcolor="#eeeeee"><tr>
                                <td align="right" valign="top" colspan="2"
                                    style="font-weight: bold; padding: 4px; position: fixed;
                                           background: url(http://x.be/y)">Cel</td></tr></table>
                                <ol start="3"><li>Een</li></ol><font color="red">Rood</font>
                                <pre>a  b</pre><blockquote>Citaat</blockquote>
                                """));

        Element cell = parsed.select("td").getFirst();
        assertThat(parsed.select("h2").attr("style")).contains("color").contains("center");
        assertThat(parsed.select("table").attr("width")).isEqualTo("600");
        assertThat(cell.attr("colspan")).isEqualTo("2");
        assertThat(cell.attr("style")).contains("bold").contains("padding").doesNotContain("fixed");
        assertThat(parsed.select("ol").attr("start")).isEqualTo("3");
        assertThat(parsed.select("font").attr("color")).isEqualTo("red");
        assertThat(parsed.select("blockquote").text()).isEqualTo("Citaat");
    }

    @Test
    void aBenignNewsletterKeepsItsText() {
        Document before = Jsoup.parse(HostileHtml.newsletter());
        before.select("title,style,script").remove();
        Set<String> words = new HashSet<>(List.of(before.body().text().split("\\s+")));

        String after = Jsoup.parse(clean(HostileHtml.newsletter())).text();

        long kept = words.stream().filter(after::contains).count();
        assertThat(kept * 100 / words.size()).isGreaterThanOrEqualTo(95);
        assertHarmless(clean(HostileHtml.newsletter()));
    }

    @Test
    void anUnclosedTagDoesNotHideTheRest() {
        for (String tag : List.of("svg", "math", "select", "object", "head", "form", "noscript")) {
            String html = "<p>voor</p><" + tag + "><p>na</p>";

            assertThat(HtmlText.of(html)).as(tag).contains("voor").contains("na");
            assertThat(Jsoup.parse(clean(html)).text()).as(tag).contains("na");
        }
    }

    static void assertHarmless(String html) {
        Document parsed = Jsoup.parseBodyFragment(html);
        for (Element element : parsed.body().getAllElements()) {
            assertThat(FORBIDDEN_ELEMENTS).as(html).doesNotContain(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertHarmless(attribute, html);
            }
        }
        assertThat(html).doesNotContain("<!--", "<![CDATA[", "<?");
    }

    private static void assertHarmless(Attribute attribute, String html) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value =
                attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        assertThat(name).as(html).doesNotStartWith("on");
        assertThat(FORBIDDEN_ATTRIBUTES).as(html).doesNotContain(name);
        switch (name) {
            case "href" -> assertThat(value).as(html).matches("(https?://|mailto:|tel:).*");
            case "src" ->
                    assertThat(value).as(html).matches("(cid:|data:image/(png|gif|jpe?g|webp);).*");
            case "style" ->
                    assertThat(value)
                            .as(html)
                            .doesNotContain(
                                    "url(",
                                    "expression",
                                    "import",
                                    "behavior",
                                    "binding",
                                    "\\",
                                    "javascript",
                                    "position",
                                    "@",
                                    "image-set",
                                    "http");
            default -> {}
        }
    }

    private static boolean isHarmless(String html) {
        try {
            assertHarmless(html);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static String clean(String html) {
        return SafeHtml.clean(html, PictureLinks.KEEP).html();
    }
}
