// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @Test
    void nothingInATextIsMarkup() {
        assertThat(PlainText.toHtml("<script>alert(1)</script> & \"'"))
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Zie https://gent.be/a?b=1&c=2. | https://gent.be/a?b=1&c=2
                    Zie (http://gent.be/x) | http://gent.be/x
                    https://x.org/wiki/Gent_(stad) | https://x.org/wiki/Gent_(stad)
                    www.gent.be, dus | https://www.gent.be
                    Mail jan.peeters@gent.be! | mailto:jan.peeters@gent.be
                    HTTPS://GENT.BE | HTTPS://GENT.BE
                    """)
    void aLinkCanBeClicked(String text, String target) {
        String html = PlainText.toHtml(text);

        assertThat(Jsoup.parseBodyFragment(html).select("a").eachAttr("href"))
                .containsExactly(target);
        assertThat(html).contains("rel=\"noopener noreferrer nofollow\"");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "'data:text/html,<b>x</b>'",
        "file:///etc/passwd",
        "'https://'",
        "'een @ alleen'"
    })
    void otherSchemesAreNoLinks(String text) {
        assertThat(PlainText.toHtml(text)).doesNotContain("<a ");
    }

    @Test
    void aQuoteInALinkCannotLeaveTheAttribute() {
        String html = PlainText.toHtml("https://x.be/'onmouseover='alert(1) https://x.be/\"onx=1");

        assertThat(Jsoup.parseBodyFragment(html).select("[onmouseover],[onx]")).isEmpty();
    }

    @Test
    void lineBreaksAndColumnsAreKept() {
        assertThat(PlainText.toHtml("a  b\r\n c\n")).isEqualTo("a&nbsp; b<br>\n&nbsp;c<br>\n");
    }

    @Test
    void aTextMadeToBeSlowIsShownInTime() {
        for (String piece : new String[] {"a", "a@", "a.", "http://", "www.", "((((", "a@b."}) {
            assertThat(PlainText.toHtml(piece.repeat(150_000 / piece.length()))).isNotEmpty();
        }
    }

    @Test
    void theCleanerAcceptsItsOwnKind() {
        String html = PlainText.toHtml("Zie https://gent.be en jan@gent.be\n<b>");

        assertThat(Jsoup.parse(SafeHtml.clean(html, PictureLinks.KEEP).html()).text())
                .isEqualTo(Jsoup.parse(html).text());
    }
}
