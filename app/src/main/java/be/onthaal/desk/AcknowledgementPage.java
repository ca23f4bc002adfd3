// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.paper.Letter;
import be.onthaal.post.RegisterEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A letter that tells somebody that his piece came in, laid out for an envelope with a window.
 *
 * @param out the letter in the register, once it was made
 * @param addressee his name and, when we know it, his address
 */
public record AcknowledgementPage(
        RegisterEntry in,
        Optional<RegisterEntry> out,
        String authority,
        String unit,
        List<String> addressee,
        String subject,
        List<String> body,
        String language,
        String date) {

    /** The number that the letter carries: its own once it was made. */
    public String number() {
        return out.orElse(in).number().display();
    }

    /** The same on paper. */
    Letter letter() {
        return new Letter(
                List.of(authority, unit),
                addressee.stream().flatMap(line -> Arrays.stream(line.split(", "))).toList(),
                date + " · " + number(),
                subject,
                language,
                Letter.paragraphs(body),
                Optional.empty());
    }
}
