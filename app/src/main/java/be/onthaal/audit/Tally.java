// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import be.onthaal.access.UnitId;

/** On how many different things of a unit something was done. */
public record Tally(UnitId unit, int things) {}
