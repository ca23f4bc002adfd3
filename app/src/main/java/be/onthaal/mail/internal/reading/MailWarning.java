// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** What was repaired, guessed or left out while reading, with its stable code. */
public enum MailWarning {
    WRONG_CHARSET("mail.wrong-charset"),
    UNKNOWN_CHARSET("mail.unknown-charset"),
    MISSING_BOUNDARY("mail.missing-boundary"),
    DAMAGED_HEADER("mail.damaged-header"),
    DAMAGED_PART("mail.damaged-part"),
    HEADER_TRUNCATED("mail.header-truncated"),
    TEXT_TRUNCATED("mail.text-truncated"),
    PART_TRUNCATED("mail.part-truncated"),
    TOO_DEEP("mail.too-deep"),
    TOO_MANY_PARTS("mail.too-many-parts"),
    OUT_OF_TIME("mail.out-of-time"),
    NO_SENDER("mail.no-sender"),
    IMPOSSIBLE_DATE("mail.impossible-date"),
    OUTLOOK_CONTAINER("mail.outlook-container");

    private final String code;

    MailWarning(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
