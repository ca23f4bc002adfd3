// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A lock that a program holds. Immutable.
 *
 * @param deep whether it also covers what lies in its folder
 * @param owner what the program says of who holds it, as XML
 * @param lasts for how long it was asked
 * @param borrowed true where its holder had taken the document himself before
 */
record ProgramLock(
        UUID token,
        DavPath path,
        boolean deep,
        boolean shared,
        String owner,
        Duration lasts,
        Instant until,
        boolean borrowed) {

    /** As programs name it. */
    String name() {
        return "urn:uuid:" + token;
    }

    boolean covers(DavPath other) {
        return path.equals(other) || (deep && path.holds(other));
    }
}
