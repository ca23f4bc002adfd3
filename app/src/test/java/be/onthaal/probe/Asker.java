// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import be.onthaal.access.Permission;
import be.onthaal.testing.Browser;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody who asks: with which rights, and through which browser. */
record Asker(
        String name,
        UUID actor,
        Set<Permission> rights,
        boolean person,
        Browser usual,
        Supplier<Browser> fresh) {

    /** Handlers after which the browser is somebody else, or nobody. */
    private static final Set<String> LEAVING = Set.of("POST /bestuur", "POST /afmelden");

    Browser browser(Endpoint endpoint) {
        return LEAVING.contains(endpoint.toString()) ? fresh.get() : usual;
    }

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
