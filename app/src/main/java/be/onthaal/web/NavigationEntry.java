// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Permission;

/**
 * A place in the navigation, shown to those who may go there.
 *
 * @param order where it stands
 * @param key message key of its name
 */
public record NavigationEntry(
        int order, String key, String href, String icon, Permission permission) {}
