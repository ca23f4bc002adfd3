// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.LocalDate;
import java.util.UUID;

/**
 * After an incident colleagues are warned for a while.
 *
 * @param until the last day of the warning
 */
public record SafetyFlag(UUID id, String reason, String setBy, LocalDate until) {}
