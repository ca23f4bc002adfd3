// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * Cleans the HTML of a mail so that it can be shown inside our own pages: nothing in it runs, loads
 * from outside, submits, or covers our screen. Only what is named here survives.
 */
public final class SafeHtml {

    /** Marks the place of a picture that was taken out, for the style sheet of the screen. */
    public static final String REMOVED_PICTURE = "removed-picture";

    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s\\p{Cntrl}]{1,4000}");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}%?");
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum} -]{1,20}");
    private static final Pattern COLOUR = Pattern.compile("#?[\\p{Alnum}]{1,20}");
    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N} ,_'-]{1,200}");
    private static final Pattern LANGUAGE = Pattern.compile("[\\p{Alnum}-]{1,20}");

    private static final CssSchema STYLES =
            CssSchema.withProperties(
                    List.of(
                            "background",
                            "background-color",
                            "border",
                            "border-bottom",
                            "border-collapse",
                            "border-color",
                            "border-left",
                            "border-radius",
                            "border-right",
                            "border-spacing",
                            "border-style",
                            "border-top",
                            "border-width",
                            "color",
                            "direction",
                            "font",
                            "font-family",
                            "font-size",
                            "font-style",
                            "font-variant",
                            "font-weight",
                            "height",
                            "line-height",
                            "list-style-type",
                            "max-width",
                            "padding",
                            "padding-bottom",
                            "padding-left",
                            "padding-right",
                            "padding-top",
                            "text-align",
                            "text-decoration",
                            "text-transform",
                            "vertical-align",
                            "white-space",
                            "width",
                            "rgb()",
                            "rgba()",
                            "hsl()",
                            "hsla()"));

    private static final PolicyFactory POLICY = policy();

    private SafeHtml() {}

    /** Cleans the HTML and lets the caller say where the pictures inside the mail are found. */
    public static CleanHtml clean(String html, PictureLinks pictures) {
        StringBuilder clean = new StringBuilder(html.length());
        HtmlSanitizer.Policy policy =
                POLICY.apply(HtmlStreamRenderer.create(clean, Handler.DO_NOTHING));
        AtomicInteger removed = new AtomicInteger();
        HtmlSanitizer.sanitize(
                html, policy, receiver -> new PictureGate(receiver, pictures, removed));
        return new CleanHtml(CleanText.lines(clean.toString()), removed.get());
    }

    private static PolicyFactory policy() {
        HtmlPolicyBuilder policy = new HtmlPolicyBuilder();
        policy.allowElements(
                "abbr",
                "address",
                "article",
                "aside",
                "b",
                "big",
                "blockquote",
                "br",
                "caption",
                "center",
                "cite",
                "code",
                "col",
                "colgroup",
                "dd",
                "del",
                "dfn",
                "div",
                "dl",
                "dt",
                "em",
                "figcaption",
                "figure",
                "font",
                "footer",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "header",
                "hr",
                "i",
                "img",
                "ins",
                "kbd",
                "li",
                "main",
                "mark",
                "ol",
                "p",
                "pre",
                "q",
                "s",
                "samp",
                "section",
                "small",
                "span",
                "strike",
                "strong",
                "sub",
                "sup",
                "table",
                "tbody",
                "td",
                "tfoot",
                "th",
                "thead",
                "tr",
                "tt",
                "u",
                "ul",
                "var");
        policy.allowElements(SafeHtml::link, "a");
        policy.allowWithoutAttributes("span", "font");
        policy.disallowTextIn("title", "iframe", "noembed", "noframes");
        policy.allowStyling(STYLES);
        policy.requireRelsOnLinks("noopener", "noreferrer", "nofollow");
        policy.allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data");
        allowAttributes(policy);
        return policy.toFactory();
    }

    private static void allowAttributes(HtmlPolicyBuilder policy) {
        policy.allowAttributes("href").matching(LINK).onElements("a");
        policy.allowAttributes("src")
                .matching((element, attribute, value) -> pictureSource(value))
                .onElements("img");
        policy.allowAttributes("alt").onElements("img");
        policy.allowAttributes("class")
                .matching(Pattern.compile(Pattern.quote(REMOVED_PICTURE)))
                .onElements("span");
        policy.allowAttributes("width", "height")
                .matching(SIZE)
                .onElements("img", "table", "td", "th", "col", "colgroup", "tr", "hr");
        policy.allowAttributes("border", "cellpadding", "cellspacing", "colspan", "rowspan")
                .matching(SIZE)
                .onElements("img", "table", "td", "th");
        policy.allowAttributes("span", "start", "value")
                .matching(SIZE)
                .onElements("col", "ol", "li");
        policy.allowAttributes("align", "valign", "type", "scope")
                .matching(WORD)
                .onElements(
                        "table", "tr", "td", "th", "tbody", "thead", "tfoot", "p", "div", "h1",
                        "h2", "h3", "h4", "h5", "h6", "img", "hr", "ol", "ul", "li", "caption",
                        "col");
        policy.allowAttributes("bgcolor").matching(COLOUR).onElements("table", "tr", "td", "th");
        policy.allowAttributes("color").matching(COLOUR).onElements("font");
        policy.allowAttributes("size").matching(Pattern.compile("[+-]?[1-7]")).onElements("font");
        policy.allowAttributes("face").matching(NAMES).onElements("font");
        policy.allowAttributes("dir").matching(Pattern.compile("(?i)ltr|rtl|auto")).globally();
        policy.allowAttributes("lang").matching(LANGUAGE).globally();
        policy.allowAttributes("title").globally();
    }

    /** A link leads somewhere and opens beside our page, or it is no link. */
    private static @Nullable String link(String element, List<String> attributes) {
        if (!attributes.contains("href")) {
            return null;
        }
        attributes.add("target");
        attributes.add("_blank");
        return element;
    }

    private static @Nullable String pictureSource(String value) {
        boolean ours = value.startsWith("/") && !value.startsWith("//") && !value.startsWith("/\\");
        boolean within = value.toLowerCase(Locale.ROOT).startsWith("cid:");
        return ours || within || PictureGate.isSmallPicture(value) ? value : null;
    }
}
