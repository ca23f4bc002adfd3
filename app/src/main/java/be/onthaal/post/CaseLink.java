// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.util.UUID;

/** The case that an entry belongs to. */
public record CaseLink(UUID id, String number) {}
