// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.UUID;

/** What a case was opened from, such as a register entry; it opens one case. */
public record Origin(String kind, UUID id) {}
