// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.Set;
import java.util.UUID;

/** A program got a token, with these rights; told in the transaction that gave it. */
public record MachineTokenIssued(UUID id, String name, Set<Permission> permissions) {

    public MachineTokenIssued {
        permissions = Set.copyOf(permissions);
    }
}
