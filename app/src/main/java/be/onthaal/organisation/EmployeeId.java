// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import java.util.UUID;

/** Names somebody who works for an authority. */
public record EmployeeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
