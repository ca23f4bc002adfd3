// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.cases.CaseId;

/** An entry belongs to a case from now on, in this transaction: what it consists of goes along. */
public record EntryLinked(EntryId id, CaseId caseId) {}
