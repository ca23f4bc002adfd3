// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts addresses where cleaned HTML names a picture of the same mail. */
final class InlinePictures {

    private static final Pattern SOURCE = Pattern.compile("src=\"cid:([^\"]{1,2000})\"");

    private InlinePictures() {}

    static String link(
            String html,
            List<MailView.Attachment> attachments,
            Function<AttachmentId, String> address) {
        Matcher source = SOURCE.matcher(html);
        return source.replaceAll(found -> {
            String wanted = decoded(found.group(1));
            String link =
                    attachments.stream()
                            .filter(a -> a.contentId().filter(wanted::equals).isPresent())
                            .findFirst()
                            .map(a -> "src=\"" + address.apply(a.id()) + "\"")
                            .orElse("");
            return Matcher.quoteReplacement(link);
        });
    }

    /** As it was written into the HTML; a plus sign stands for itself. */
    private static String decoded(String contentId) {
        String plain = contentId.replace("&#64;", "@").replace("&#43;", "+").replace("&amp;", "&");
        try {
            return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return plain;
        }
    }
}
