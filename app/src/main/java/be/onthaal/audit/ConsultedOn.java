// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import java.time.LocalDate;

/** How many times a customer was looked at on one day, for one purpose. */
public record ConsultedOn(LocalDate day, String purpose, long times) {}
