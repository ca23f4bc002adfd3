// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

/** An employee left: what was his goes back to his units in this transaction. */
public record EmployeeLeft(EmployeeId employee) {}
