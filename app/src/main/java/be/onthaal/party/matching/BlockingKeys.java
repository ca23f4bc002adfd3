// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under which keys a profile is filed; only profiles that share a key are compared.
 *
 * <p>Each key survives other mistakes (Newcombe 1959), so that a person whose name is misspelled,
 * who moved or whose date of birth is unknown still meets himself under some key. Keys depend on
 * the profile alone, so that a register can keep them in an indexed table.
 */
public final class BlockingKeys {

    private static final int SHORTEST_MAILBOX = 5;

    private final Set<String> keys = new LinkedHashSet<>();

    private BlockingKeys() {}

    /** All keys of a profile, in a fixed order. */
    public static List<String> of(Profile profile) {
        return of(Standard.of(profile));
    }

    static List<String> of(Standard profile) {
        var blocking = new BlockingKeys();
        String family = Names.sound(Names.core(Names.joined(profile.family())));
        String given = Names.sound(Names.core(Names.joined(profile.given())));
        blocking.addContacts(profile);
        blocking.addNames(profile, family, given);
        blocking.addBirth(profile, family, given);
        blocking.addAddress(profile, family, given);
        return List.copyOf(blocking.keys);
    }

    private void addContacts(Standard profile) {
        add("number", profile.number());
        add("email", profile.email());
        if (profile.mailbox().length() >= SHORTEST_MAILBOX) {
            add("mailbox", profile.mailbox());
        }
        profile.phones().forEach(phone -> add("phone", phone));
    }

    /** In the order of the alphabet, since people write their family name in either place. */
    private void addNames(Standard profile, String family, String given) {
        if (profile.hasFullGivenName()) {
            boolean inOrder = family.compareTo(given) <= 0;
            add("names", inOrder ? family : given, inOrder ? given : family);
        }
    }

    private void addBirth(Standard profile, String family, String given) {
        String date = profile.birthDate();
        if (date.isEmpty()) {
            return;
        }
        if (!family.isEmpty()) {
            add("birth", date, initial(family));
        }
        if (!given.isEmpty()) {
            add("birth", date, initial(given));
        }
        add("birthplace", date, profile.postcode());
        String month = date.substring(4, 6);
        String day = date.substring(6);
        boolean inOrder = month.compareTo(day) <= 0;
        add("birthday", inOrder ? month + day : day + month, family);
        add("birthyear", date.substring(0, 4), family, initial(given));
        if (profile.hasFullGivenName()) {
            add("yeargiven", date.substring(0, 4), given);
        }
    }

    private void addAddress(Standard profile, String family, String given) {
        String place = profile.postcode().isEmpty() ? profile.municipality() : profile.postcode();
        String number = profile.houseNumber();
        String street = Names.sound(profile.street());
        add("housefamily", place, number, family);
        add("housegiven", place, number, given);
        add("streetfamily", street, number, family);
        add("streetgiven", street, number, given);
        add("village", place, family, initial(given));
    }

    /** A key of which a part is not known would bring strangers together. */
    private void add(String kind, String... parts) {
        List<String> known = new ArrayList<>(List.of(parts));
        known.removeIf(String::isEmpty);
        if (known.size() == parts.length) {
            keys.add(kind + ':' + String.join("|", known));
        }
    }

    private static String initial(String sound) {
        return sound.isEmpty() ? "" : sound.substring(0, 1);
    }
}
