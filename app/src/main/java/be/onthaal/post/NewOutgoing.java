// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.util.Optional;

/**
 * A piece that goes out and must be registered.
 *
 * @param answers the incoming entry that it answers
 */
public record NewOutgoing(
        Piece piece,
        UnitId unit,
        Confidentiality confidentiality,
        Optional<Source> source,
        Optional<EntryId> answers,
        Optional<CaseLink> caseLink) {}
