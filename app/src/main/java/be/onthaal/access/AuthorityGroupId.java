// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.UUID;

/** Names a group of authorities that share customers. */
public record AuthorityGroupId(UUID value) {

    public static AuthorityGroupId of(String text) {
        return new AuthorityGroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
