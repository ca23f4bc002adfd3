// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.common.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The programs that may call the API.
 *
 * @param issued the token that was just made; nobody sees it again
 */
public record TokensPage(
        List<MachineTokens.Machine> machines, Optional<Token> issued, Instant now) {

    /** What a program can be let do; keeping rights in order is for people. */
    public static final List<Permission> RIGHTS =
            List.of(
                    Permission.PARTY_VIEW,
                    Permission.PARTY_EDIT,
                    Permission.POST_VIEW,
                    Permission.POST_HANDLE,
                    Permission.CONTACT_HANDLE,
                    Permission.CASE_VIEW,
                    Permission.CASE_HANDLE,
                    Permission.COORDINATE,
                    Permission.WEBHOOKS_MANAGE);

    /** For how many days a token can be made. */
    public static final List<Integer> LIVES = List.of(30, 90, 365);

    public TokensPage {
        machines = List.copyOf(machines);
    }

    public String state(MachineTokens.Machine machine) {
        if (machine.revoked()) {
            return "revoked";
        }
        return machine.expiresAt().isAfter(now) ? "valid" : "expired";
    }
}
