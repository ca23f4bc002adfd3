// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.access.Permission;
import be.onthaal.testing.Browser;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody who asks: with which rights, and through which browser; signed in anew each time. */
record Asker(
        String name,
        UUID actor,
        Set<Permission> rights,
        boolean person,
        Supplier<Browser> browser) {

    /** Pages are for people. */
    boolean reaches(Endpoint endpoint) {
        return person || endpoint.json();
    }

    boolean may(Endpoint endpoint) {
        return rights.contains(endpoint.permission());
    }

    @Override
    public String toString() {
        return name;
    }
}
