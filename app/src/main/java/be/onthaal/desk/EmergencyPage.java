// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

/**
 * Opening a case beyond one's rights.
 *
 * @param hours how long it lasts
 */
public record EmergencyPage(long hours) {}
