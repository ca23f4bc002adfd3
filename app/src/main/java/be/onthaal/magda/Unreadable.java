// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Notice;

/** An answer that is not what was agreed; says which line or field, and never what stood there. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String place;

    /**
     * What is wrong.
     *
     * @param reason a word that has a sentence in the bundles
     * @param place the line, field or name that is meant
     */
    Unreadable(String reason, String place) {
        super(reason + " " + place);
        this.reason = reason;
        this.place = place;
    }

    Notice notice() {
        return Notices.ours("magda.unreadable." + reason, reason, place);
    }
}
