// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

/** A file holds more than its reader is willing to look at. */
final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    TooMuch(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** The code of the sentence that says so. */
    String reason() {
        return reason;
    }
}
