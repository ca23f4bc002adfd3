// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.common.Digest;
import java.time.Instant;

/** A file that came with a mail about a case, as the store has it. */
public record CaseAttachment(
        MessageId message,
        AttachmentId id,
        String name,
        String type,
        long size,
        Digest digest,
        String from,
        Instant at) {}
