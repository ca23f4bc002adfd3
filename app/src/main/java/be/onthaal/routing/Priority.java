// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

/** How soon a mail should be looked at. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH
}
