// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

/** A rule as an administrator wants it. */
public record RuleWish(
        String name, boolean active, Conditions conditions, Target target, Extras extras) {

    /** The same, asked or passed over. */
    RuleWish active(boolean now) {
        return new RuleWish(name, now, conditions, target, extras);
    }
}
