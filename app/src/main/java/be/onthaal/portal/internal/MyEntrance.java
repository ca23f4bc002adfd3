// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import java.util.Optional;

/**
 * Before somebody has signed in.
 *
 * @param offered whether one can sign in here at all
 * @param problem the code of what went wrong just now
 */
public record MyEntrance(boolean offered, Optional<String> problem) {}
