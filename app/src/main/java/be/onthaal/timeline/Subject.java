// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.timeline;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.util.Optional;
import java.util.UUID;

/** What something happened to, and who may read that it did. */
public record Subject(Kind kind, UUID id, Confidentiality confidentiality, Optional<UnitId> unit) {

    /** What has a timeline. */
    public enum Kind {
        PARTY,
        CASE,
        DOCUMENT
    }
}
