// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/**
 * A colleague said that two profiles are two people, so that nobody proposes or merges them.
 *
 * @param one the one, by the profile that it was said of
 */
public record SaidNeverSame(PartyId one, PartyId other, String reason, Merge.By by) {}
