// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Notice;

/**
 * Nothing came back over the line.
 *
 * <p>Whether the question may have arrived decides whether it may be asked again.
 */
final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean arrived;

    NoAnswer(String reason, boolean arrived, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.arrived = arrived;
    }

    /** True when the other side may have had the question. */
    boolean mayHaveArrived() {
        return arrived;
    }

    Notice notice() {
        return Notices.ours("magda.no-answer." + reason, reason);
    }
}
