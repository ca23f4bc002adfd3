// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.cases.CaseId;
import java.time.Instant;

/**
 * Somebody brings an entry to a case, in this transaction: what it says must be found there.
 *
 * @param at when it was registered
 */
public record EntryInCase(EntryId id, CaseId caseId, Instant at) {}
