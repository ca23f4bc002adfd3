// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import java.util.UUID;

/** The case that a question led to or was about. */
public record CaseLink(UUID id, String number) {}
