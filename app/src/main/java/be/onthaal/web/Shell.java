// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Permission;
import java.util.List;

/**
 * What surrounds a page of the back office.
 *
 * @param text the words in the employee's language
 * @param path the address of this page, to mark where he is
 * @param fragment true when only the inside is asked for
 */
public record Shell(
        Text text,
        Caller caller,
        Authority authority,
        List<NavigationEntry> navigation,
        String path,
        boolean demo,
        String version) {

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    /** True for the navigation entry under which this page lies. */
    public boolean at(NavigationEntry entry) {
        return entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href());
    }

    /** The word or sentence for this key. */
    public String t(String key, Object... arguments) {
        return text.of(key, arguments);
    }
}
