// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.util.Optional;

/**
 * What an entry should say instead.
 *
 * @param revision of the entry that was before whoever corrects it
 * @param why the reason, asked when the day on which it came in moves too far back
 */
public record Correction(
        int revision,
        Piece piece,
        Particulars particulars,
        Company company,
        Optional<String> why) {}
