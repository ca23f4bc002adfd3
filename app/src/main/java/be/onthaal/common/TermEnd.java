// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a term ends, and the sentence that tells the reader why then.
 *
 * @param at the first instant that is too late
 * @param due the last day, or the day of the last hour
 */
public record TermEnd(Instant at, LocalDate due, Message why) {}
