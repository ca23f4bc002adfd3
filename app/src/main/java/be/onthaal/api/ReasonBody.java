// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** Why something is done. */
record ReasonBody(String reason) {}
