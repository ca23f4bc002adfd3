// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the nightly look found.
 *
 * @param undated closed cases without a date; always none, since the database refuses them
 * @param waiting cases past their day that are on no list
 * @param held cases past their day that a hold keeps
 * @param recomputed cases whose date was computed again, since their rule had changed
 */
public record Night(
        LocalDate day, int undated, int waiting, int held, int recomputed, Instant at) {}
