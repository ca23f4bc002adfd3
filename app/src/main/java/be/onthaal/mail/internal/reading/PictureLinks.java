// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.util.Optional;

/** Knows where a picture that came inside the mail can be fetched. */
@FunctionalInterface
public interface PictureLinks {

    /** Leaves {@code cid:} sources as they are, to be replaced when the mail is shown. */
    PictureLinks KEEP = contentId -> Optional.of("cid:" + CleanText.urlSafe(contentId));

    /**
     * The path of the picture on our own site (starting with one slash), or empty when the mail
     * does not hold it.
     */
    Optional<String> findLink(String contentId);
}
