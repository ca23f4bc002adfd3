// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Caller;
import be.onthaal.access.Confidentiality;
import java.util.List;
import java.util.UUID;

/** The program or employee that is asking, and what it may do. */
record MeBody(
        String name,
        Caller.Kind kind,
        Employer authority,
        List<String> permissions,
        Confidentiality clearance) {

    /** The authority that is worked for. */
    record Employer(UUID id, String name, String ovo) {}
}
