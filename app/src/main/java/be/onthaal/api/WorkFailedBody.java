// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** Why work did not succeed, and whether it is tried again. */
record WorkFailedBody(String worker, String reason, boolean again) {}
