// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** Why a mail could not be read, with the stable code under which screens explain it. */
public enum UnreadableReason {
    EMPTY("mail.empty"),
    NO_HEADERS("mail.no-headers"),
    OUT_OF_TIME("mail.out-of-time"),
    DAMAGED("mail.damaged");

    private final String code;

    UnreadableReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
