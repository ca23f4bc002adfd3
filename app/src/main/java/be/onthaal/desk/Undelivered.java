// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.dispatch.Dispatch;
import be.onthaal.web.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a mail of ours did not arrive, in plain words. The code says it (RFC 3463); the words of the
 * mail server beside it may name the customer and are not shown.
 */
public record Undelivered(Dispatch dispatch) {

    private static final String STATUS = "dispatch.status";
    private static final Pattern ENHANCED =
            Pattern.compile("(?<![\\d.])[245](\\.(\\d{1,3})\\.\\d{1,3})(?![\\d.])");
    private static final Pattern REPLY = Pattern.compile("^[45]\\d\\d(?!\\d)");

    /** Empty for what was taken, or still waits. */
    static Optional<Undelivered> of(Dispatch dispatch) {
        return switch (dispatch.state()) {
            case FAILED, BOUNCED, WITHHELD -> Optional.of(new Undelivered(dispatch));
            case QUEUED, SENT -> Optional.empty();
        };
    }

    /** In a sentence, with the code behind it where there is one. */
    public String why(Text text) {
        String problem = dispatch.problem().orElse("");
        String known = "dispatch.reason." + problem;
        if (text.has(known)) {
            return text.of(known);
        }
        Matcher enhanced = ENHANCED.matcher(problem);
        if (enhanced.find()) {
            return sentence(text, enhanced.group(), enhanced.group(1), "." + enhanced.group(2));
        }
        Matcher reply = REPLY.matcher(problem);
        return reply.find()
                ? sentence(text, reply.group(), "." + reply.group())
                : text.of("dispatch.undelivered", text.of(STATUS));
    }

    private static String sentence(Text text, String code, String... precise) {
        String words =
                Stream.of(precise)
                        .map(part -> STATUS + part)
                        .filter(text::has)
                        .findFirst()
                        .orElse(STATUS);
        return text.of("dispatch.undelivered.code", text.of(words), code);
    }
}
