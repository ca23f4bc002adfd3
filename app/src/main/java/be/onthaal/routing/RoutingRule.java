// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import java.util.UUID;

/**
 * A rule in its place.
 *
 * @param position from one, in the order in which they are asked
 */
public record RoutingRule(UUID id, int position, RuleWish wish) {

    /** How it is named where it fired. */
    public Route.Rule named() {
        return new Route.Rule(id, position, wish.name());
    }
}
