// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.internal;

import be.onthaal.dispatch.DispatchId;
import be.onthaal.outbox.Effect;
import java.util.Map;

/** How a mail to be sent is written in the outbox: by name only, the words stay in one place. */
public final class MailEffect {

    public static final String KIND = "dispatch.mail";
    private static final String DISPATCH = "dispatch";

    private MailEffect() {}

    public static Effect of(DispatchId id, int round) {
        return new Effect(KIND, id + "/" + round, Map.of(DISPATCH, id.toString()));
    }

    public static DispatchId dispatch(Effect effect) {
        String id = effect.payload().get(DISPATCH);
        if (id == null) {
            throw new IllegalArgumentException("The effect names no dispatch");
        }
        return DispatchId.of(id);
    }
}
