// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** What is to be done with a pair. */
public enum Verdict {
    /** One person, without anybody looking. */
    SAME,
    /** Somebody should look. */
    REVIEW,
    /** Two people, as far as is known. */
    OTHER,
    /** Two people for sure: two national numbers, or somebody said so. */
    NEVER
}
