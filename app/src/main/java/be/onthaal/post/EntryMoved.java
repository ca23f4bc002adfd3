// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.util.Optional;

/**
 * An entry went to another unit or became more confidential, in this transaction: what it was made
 * of must go along.
 */
public record EntryMoved(
        EntryId id, Optional<Source> source, UnitId unit, Confidentiality confidentiality) {}
