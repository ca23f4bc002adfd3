// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Lets only pictures through that came with the mail. A remote one would tell its sender that the
 * mail was read, so a visible mark with its description takes its place.
 */
final class PictureGate extends HtmlStreamEventReceiverWrapper {

    private static final int LARGEST = 128 * 1024;
    private static final Pattern INLINE =
            Pattern.compile("(?i)data:image/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\\s]++");
    private static final Pattern TINY = Pattern.compile("\\s*0*[0-2]\\s*(?:px)?\\s*");
    private static final int LONGEST_DESCRIPTION = 200;

    private final PictureLinks links;
    private final AtomicInteger removed;

    PictureGate(HtmlStreamEventReceiver receiver, PictureLinks links, AtomicInteger removed) {
        super(receiver);
        this.links = links;
        this.removed = removed;
    }

    static boolean isSmallPicture(String source) {
        return source.length() <= LARGEST && INLINE.matcher(source).matches();
    }

    @Override
    public void openTag(String element, List<String> all) {
        List<String> attributes = TagAttributes.few(all);
        if (!element.equals("img") && !element.equals("image")) {
            removed.addAndGet(loadsPicture(attributes) ? 1 : 0);
            underlying.openTag(element, attributes);
            return;
        }
        String source = TagAttributes.value(attributes, "src").strip();
        if (isSmallPicture(source)) {
            underlying.openTag("img", attributes);
            return;
        }
        Optional<String> link = Optional.empty();
        if (source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            link = links.findLink(contentId(source.substring(4)));
        } else if (!source.isEmpty()) {
            removed.incrementAndGet();
        }
        link.ifPresentOrElse(found -> show(found, attributes), () -> mark(attributes));
    }

    private void show(String link, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals("src")) {
                attributes.set(i + 1, link);
            }
        }
        underlying.openTag("img", attributes);
    }

    /** A picture of one or two pixels shows nothing to anyone and needs no mark. */
    private void mark(List<String> attributes) {
        String width = TagAttributes.value(attributes, "width");
        String height = TagAttributes.value(attributes, "height");
        if (TINY.matcher(width).matches() || TINY.matcher(height).matches()) {
            return;
        }
        String description =
                CleanText.cut(
                        CleanText.line(TagAttributes.value(attributes, "alt")),
                        LONGEST_DESCRIPTION);
        attributes.clear();
        attributes.add("class");
        attributes.add(SafeHtml.REMOVED_PICTURE);
        underlying.openTag("span", attributes);
        underlying.text("[" + (description.isEmpty() ? "…" : description) + "]");
        underlying.closeTag("span");
    }

    private static boolean loadsPicture(List<String> attributes) {
        return TagAttributes.value(attributes, "background").contains(":")
                || TagAttributes.value(attributes, "style")
                        .toLowerCase(Locale.ROOT)
                        .contains("url(");
    }

    private static String contentId(String written) {
        String bare = written.strip();
        try {
            return URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }
}
