// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import java.util.UUID;

/** What a contact was recorded from, such as a mail message; it is recorded once. */
public record Source(String kind, UUID id) {}
