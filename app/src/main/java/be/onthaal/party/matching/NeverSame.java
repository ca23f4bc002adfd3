// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** Two profiles of which somebody decided that they are not of one person. */
public record NeverSame(String first, String second) {}
