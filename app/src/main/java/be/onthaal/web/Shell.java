// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page of the back office.
 *
 * @param text the words in the employee's language
 * @param path the address of this page, to mark where he is
 * @param done what was just done, as a key of a sentence
 */
public record Shell(
        Text text,
        Caller caller,
        Authority authority,
        List<NavigationEntry> navigation,
        String path,
        Optional<String> done,
        Looks looks) {

    /** How this browser wants to see it. */
    public record Looks(String theme, boolean letterKeys, boolean demo) {}

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    public List<NavigationEntry> navigation(NavigationEntry.Group group) {
        return navigation.stream().filter(entry -> entry.group() == group).toList();
    }

    /** The few places that fit on a phone. */
    public List<NavigationEntry> quick() {
        return navigation.subList(0, Math.min(4, navigation.size()));
    }

    /** True for the navigation entry under which this page lies: of several, the nearest. */
    public boolean at(NavigationEntry entry) {
        return leadsHere(entry)
                && navigation.stream()
                        .filter(this::leadsHere)
                        .allMatch(other -> other.href().length() <= entry.href().length());
    }

    private boolean leadsHere(NavigationEntry entry) {
        return path.equals(entry.href())
                || (!entry.href().equals("/") && path.startsWith(entry.href() + "/"));
    }

    /** The word or sentence for this key. */
    public String t(String key, Object... arguments) {
        return text.of(key, arguments);
    }

    /** Its name where there is little room. */
    public String brief(NavigationEntry entry) {
        String brief = entry.key() + ".short";
        return t(text.has(brief) ? brief : entry.key());
    }

    /** The first letters of a name, for where a picture could be. */
    public String initials() {
        String[] parts = caller.name().strip().split("\\s+", 2);
        String first = parts[0].isEmpty() ? "" : parts[0].substring(0, 1);
        String last = parts.length < 2 || parts[1].isEmpty() ? "" : parts[1].substring(0, 1);
        return first + last;
    }
}
