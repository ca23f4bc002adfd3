// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox.spi;

import java.time.Instant;

/**
 * An effect that cannot be done now and is asked again at a moment, however often: its owner knows
 * when enough is enough, and then does nothing.
 */
public final class NotYet extends Exception {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    public NotYet(Instant until, String why) {
        super(why);
        this.until = until;
    }

    /** When it is asked again. */
    public Instant until() {
        return until;
    }
}
