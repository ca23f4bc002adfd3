// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the writer says.
 *
 * @param text plain text, made from the HTML when the mail brought none
 * @param safeHtml the sanitised HTML, absent when the mail brought none
 * @param removedPictures remote pictures that are not loaded
 */
public record MailBody(String text, @Nullable String safeHtml, int removedPictures) {

    public Optional<String> html() {
        return Optional.ofNullable(safeHtml);
    }
}
