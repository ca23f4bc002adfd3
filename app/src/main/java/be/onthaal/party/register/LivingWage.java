// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What somebody got in one year as living wage (leefloon) or what stands in its place.
 *
 * @param paid false when the source says that nothing was paid
 */
public record LivingWage(Year year, boolean paid, List<Total> totals, List<Payment> payments) {

    public LivingWage {
        totals = List.copyOf(totals);
        payments = List.copyOf(payments);
    }

    /** What was paid. */
    public enum Kind {
        /** Leefloon, law of 26 May 2002. */
        LIVING_WAGE,
        /** Equivalent leefloon, law of 2 April 1965. */
        EQUIVALENT,
        /** Child benefit that the OCMW advanced. */
        CHILD_BENEFIT
    }

    /**
     * The amount of a year.
     *
     * @param shared true when he was the second one entitled
     * @param monthsWithout in how many months nothing was paid
     */
    public record Total(
            Kind kind, BigDecimal amount, boolean shared, Optional<Integer> monthsWithout) {}

    /** The amount of a month, from one OCMW. */
    public record Payment(
            Kind kind,
            YearMonth month,
            BigDecimal amount,
            Optional<RegisterKey> beneficiary,
            Optional<RegisterKey> ocmw) {}
}
