// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/**
 * Somebody looked into his own file, for the first time today; published inside the transaction.
 */
public record OwnFileViewed(String employee) {}
