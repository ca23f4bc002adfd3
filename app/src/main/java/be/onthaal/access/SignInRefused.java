// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.Map;
import java.util.Optional;

/**
 * Somebody tried to sign in and may not.
 *
 * @param account whose account it was, if anybody's
 * @param reason the stable code of the refusal
 * @param detail what an administrator needs to help him; never what he typed
 */
public record SignInRefused(
        Optional<AccountId> account, Way way, String reason, Map<String, String> detail) {

    public SignInRefused {
        detail = Map.copyOf(detail);
    }
}
