// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

/** How far something may be seen inside its authority; stored as its position. */
public enum Confidentiality {
    OPEN,
    INTERNAL,
    CONFIDENTIAL,
    SECRET;

    public static Confidentiality of(int level) {
        return values()[level];
    }

    public int level() {
        return ordinal();
    }
}
