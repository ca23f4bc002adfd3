// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.time.Instant;
import java.util.UUID;

/** What a colleague wrote down in a case. */
public record CaseNote(UUID id, String text, String author, Instant at) {}
