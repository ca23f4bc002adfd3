// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that can be found.
 *
 * @param kind what it is, such as {@code CASE}; also says which page shows it
 * @param number the number people read aloud, if it has one
 * @param title the line a person recognises it by
 * @param text more words that lead to it; not shown
 */
public record Findable(
        String kind,
        UUID ref,
        Optional<String> number,
        String title,
        String hint,
        String text,
        Visibility visibility,
        Instant at) {

    /** Who may find it: the same people who may see it. */
    public record Visibility(Confidentiality confidentiality, Optional<UnitId> unit) {

        public static final Visibility COLLEAGUES =
                new Visibility(Confidentiality.INTERNAL, Optional.empty());
    }
}
