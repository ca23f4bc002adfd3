// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import be.onthaal.access.UnitId;

/**
 * A unit closed and another takes over: open work, mailboxes and routes follow in this transaction.
 */
public record UnitSucceeded(UnitId closed, UnitId successor) {}
