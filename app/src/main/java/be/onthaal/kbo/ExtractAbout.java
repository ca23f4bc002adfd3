// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.time.LocalDate;

/**
 * What a file of KBO Open Data says of itself in {@code meta.csv}.
 *
 * @param number each extract has the next one
 * @param snapshotOn the day whose midnight it shows
 * @param version of the format
 */
public record ExtractAbout(Kind kind, int number, LocalDate snapshotOn, String version) {

    /** All of the register, or what changed since the extract before. */
    public enum Kind {
        FULL,
        UPDATE
    }
}
