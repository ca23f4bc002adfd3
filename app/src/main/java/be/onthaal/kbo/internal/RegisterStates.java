// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.kbo.RegisterState;
import org.springframework.stereotype.Component;

/** Knows which extract the register shows. */
@Component
public class RegisterStates {

    private final ExtractStore extracts;

    RegisterStates(ExtractStore extracts) {
        this.extracts = extracts;
    }

    public RegisterState get() {
        return new RegisterState(extracts.shown());
    }
}
