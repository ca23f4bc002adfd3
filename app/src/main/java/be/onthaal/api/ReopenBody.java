// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** Why a closed case opens again. */
record ReopenBody(String reason) {}
