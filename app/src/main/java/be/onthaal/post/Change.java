// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.time.Instant;

/** What changed in an entry: a field, with its old and new value as they are kept. */
public record Change(Instant at, String by, Field field, String was, String becomes) {

    /** What may change in an entry. */
    public enum Field {
        RECEIVED,
        SUBJECT,
        CORRESPONDENT,
        CUSTOMER,
        OTHERS,
        KIND,
        DATED,
        THEIR_REFERENCE,
        OUR_REFERENCE,
        ANNEXES,
        PLACE,
        BARCODE,
        UNOPENED,
        DUE,
        HANDLER,
        UNIT,
        CONFIDENTIALITY,
        COPIES,
        STATE,
        OUTCOME,
        CASE,
        ANSWERS,
        REASON
    }
}
