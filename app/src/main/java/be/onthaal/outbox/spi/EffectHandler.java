// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.outbox.spi;

import be.onthaal.outbox.Effect;

/** Does one kind of effect; may be called again for the same key after a crash. */
public interface EffectHandler {

    /** The kind of effect that it does. */
    String kind();

    /**
     * Does it, outside any transaction, as the service of its authority. A failure is retried, up
     * to a number of times; {@link NotYet} is asked again without an end.
     */
    void perform(Effect effect) throws Exception;

    /**
     * Whether somebody outside may keep us waiting: such effects go in a lane of their own, several
     * at a time, and nothing else waits for them.
     */
    default boolean slow() {
        return false;
    }

    /**
     * Called when it is given up and in the commit that says so, so that its owner can tell the
     * people concerned; when this fails it is not given up.
     */
    default void givenUp(Effect effect, String problem) {}
}
