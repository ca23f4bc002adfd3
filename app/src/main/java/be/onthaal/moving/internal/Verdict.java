// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

/** What becomes, or would become, of a row. */
public enum Verdict {
    /** It was not here and now is. */
    NEW,
    /** It was known here already, and was recognised. */
    MET,
    /** Nothing had to be done. */
    SKIPPED,
    /** It cannot come in as it is written. */
    REFUSED,
    /** It came in and was taken out again. */
    UNDONE,
    /** It came in and stays, since somebody worked on it. */
    KEPT
}
