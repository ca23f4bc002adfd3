// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.UnitId;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail was read and registered, in this transaction.
 *
 * @param caseId the case that it answers
 * @param answerable whether a person wrote it, so that an automatic answer may go back
 */
public record MailReceived(
        MessageId id, UUID entry, UnitId unit, Optional<UUID> caseId, boolean answerable) {}
