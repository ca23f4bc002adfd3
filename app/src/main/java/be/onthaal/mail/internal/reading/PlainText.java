// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows plain text as HTML: escaped, with its line breaks and with links that can be clicked. */
public final class PlainText {

    private static final Pattern LINK =
            Pattern.compile(
                    "(?i)\\b(?:https?://|www\\.)[^\\s<>\"]{1,2000}+"
                            + "|\\b[\\w.+-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+");
    private static final String AFTER_LINK = ".,;:!?)]}'*_";

    private PlainText() {}

    public static String toHtml(String text) {
        StringBuilder html = new StringBuilder(text.length() * 5 / 4);
        Matcher link = LINK.matcher(text);
        int at = 0;
        while (link.find()) {
            int end = withoutPunctuation(text, link.start(), link.end());
            escape(text.substring(at, link.start()), html);
            appendLink(text.substring(link.start(), end), html);
            at = end;
        }
        escape(text.substring(at), html);
        return html.toString();
    }

    private static int withoutPunctuation(String text, int start, int end) {
        int last = end;
        while (last > start && AFTER_LINK.indexOf(text.charAt(last - 1)) >= 0) {
            boolean closes = text.charAt(last - 1) == ')';
            if (closes && text.substring(start, last).indexOf('(') >= 0) {
                break;
            }
            last--;
        }
        return last;
    }

    private static void appendLink(String link, StringBuilder html) {
        String target = link;
        if (link.regionMatches(true, 0, "www.", 0, 4)) {
            target = "https://" + link;
        } else if (!link.contains("://")) {
            target = "mailto:" + link;
        }
        html.append("<a href=\"");
        escape(target, html);
        html.append("\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">");
        escape(link, html);
        html.append("</a>");
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\r' -> {}
                case '\n' -> html.append("<br>\n");
                case ' ' -> html.append(startsRun(text, i) ? "&nbsp;" : " ");
                default -> html.append(c);
            }
        }
    }

    /** A browser swallows the second of two blanks, and with it drawings and tables of text. */
    private static boolean startsRun(String text, int at) {
        boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
        return lineStart || (at + 1 < text.length() && text.charAt(at + 1) == ' ');
    }
}
