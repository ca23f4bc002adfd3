// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.time.Duration;

/**
 * How much of one mail is read before the rest is left to the raw message.
 *
 * @param parts parts of the whole message, containers included
 * @param depth containers inside one another
 * @param headerBytes header of one part that is kept; a single field may take an eighth of it
 * @param partBytes decoded bytes of one part
 * @param textLength characters of the text body, and likewise of the HTML body
 * @param time from the first byte until the structure is known
 */
public record ReadingLimits(
        int parts, int depth, int headerBytes, long partBytes, int textLength, Duration time) {

    public static final ReadingLimits DEFAULT =
            new ReadingLimits(
                    1_000, 25, 512 * 1024, 256L * 1024 * 1024, 1_000_000, Duration.ofSeconds(20));
}
