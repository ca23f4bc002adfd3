// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Authority;
import java.util.List;

/** The authorities that somebody may work for. */
public record AuthoritiesPage(List<Authority> choices) {}
