// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.Message;

/**
 * Something an authentic source, or the way to it, tells about a question (MAGDA: Uitzondering).
 *
 * @param code as the source numbers it, or a word of ours where the source did not speak
 * @param origin who says so, such as RR, KSZ or MAGDA
 * @param sentence what an employee reads
 */
public record Notice(Severity severity, String code, String origin, Message sentence) {

    /** How much it matters (MAGDA: FOUT, WAARSCHUWING, INFORMATIE). */
    public enum Severity {
        /** There is no data, or not all. */
        ERROR,
        /** To be shown with the data. */
        WARNING,
        /** Good to know. */
        INFORMATION
    }
}
