// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.Optional;

/**
 * How a task ended: whether it was agreed to, where that is asked, and what is to be said of it.
 */
record DecisionBody(Optional<Boolean> agreed, String note) {}
