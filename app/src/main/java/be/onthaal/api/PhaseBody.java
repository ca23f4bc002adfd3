// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** To which phase a case goes, by code. */
record PhaseBody(String phase) {}
