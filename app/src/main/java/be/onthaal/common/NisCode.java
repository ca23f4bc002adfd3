// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Optional;

/** The code of a municipality, arrondissement or province in the national statistics: 11029. */
public record NisCode(String value) {

    private static final int LENGTH = 5;

    public NisCode {
        if (!Digits.are(value, LENGTH)) {
            throw new IllegalArgumentException("Not a NIS code");
        }
    }

    public static Optional<NisCode> parse(String text) {
        return Digits.ungrouped(text).filter(bare -> Digits.are(bare, LENGTH)).map(NisCode::new);
    }

    public String display() {
        return value;
    }
}
