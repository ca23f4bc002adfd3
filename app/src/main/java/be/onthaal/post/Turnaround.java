// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.UnitId;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How fast incoming pieces of a kind are answered in a unit; an answer is an outgoing entry that is
 * linked to it.
 *
 * @param received how many came in
 * @param answered how many of those were answered
 * @param median days until the answer, of half of them
 * @param ninety days until the answer, of nine in ten
 * @param longestOpen days that the oldest one waits that nobody handled
 */
public record Turnaround(
        UnitId unit,
        PieceKind kind,
        int received,
        int answered,
        OptionalDouble median,
        OptionalDouble ninety,
        OptionalInt longestOpen) {}
