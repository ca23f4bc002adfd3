// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** Which task is added, by code. */
record TaskBody(String task) {}
