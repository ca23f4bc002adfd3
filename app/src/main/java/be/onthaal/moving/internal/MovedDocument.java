// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A piece that came along with a case from another system. */
record MovedDocument(
        UUID id,
        CaseId caseId,
        String title,
        String name,
        Optional<LocalDate> datedOn,
        Digest content,
        long size) {}
