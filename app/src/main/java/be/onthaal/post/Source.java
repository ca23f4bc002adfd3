// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.util.UUID;

/** What an entry was made of, such as a mail message; it is registered once. */
public record Source(String kind, UUID id) {}
