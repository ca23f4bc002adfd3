// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Permission;

/**
 * A place in the navigation, shown to those who may go there.
 *
 * @param order where it stands in its group
 * @param key message key of its name
 * @param letter goes there after the key g; empty for none
 * @param only goes there by itself, unless the page has a use for it; empty for none
 */
public record NavigationEntry(
        Group group,
        int order,
        String key,
        String href,
        String icon,
        String letter,
        String only,
        Permission permission) {

    public NavigationEntry(
            Group group,
            int order,
            String key,
            String href,
            String icon,
            String letter,
            Permission permission) {
        this(group, order, key, href, icon, letter, "", permission);
    }

    /** The part of the navigation it stands in. */
    public enum Group {
        MINE,
        UNIT,
        FOOT
    }
}
