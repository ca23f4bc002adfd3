// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** A small town whose people are known twice or once, the same at each run. */
final class Town {

    private static final String[] FAMILY = {
        "Janssens",
        "Peeters",
        "Maes",
        "Jacobs",
        "Mertens",
        "Willems",
        "Claes",
        "Goossens",
        "Wouters",
        "De Smet",
        "Dubois",
        "Lambert",
        "Vermeulen",
        "Van Damme",
        "Van den Broeck",
        "Hermans",
        "Aerts",
        "Michiels",
        "Verhoeven",
        "Stevens",
        "Bogaerts",
        "Cools",
        "Thijs",
        "Segers",
        "Hendrickx",
        "Pauwels",
        "Desmedt",
        "Coppens",
        "Van de Velde",
        "Baert"
    };
    private static final String[] GIVEN = {
        "Jan", "Marie", "Luc", "Sofie", "Tom", "Els", "Bart", "Griet", "Koen", "Hilde", "Wim",
        "Ingrid", "Dirk", "Nele", "Pieter", "Lotte", "Stijn", "Katrien", "Johan", "Veerle"
    };
    private static final String[] STREETS = {
        "Kerkstraat", "Molenweg", "Stationslei", "Dorpsplein", "Beukenlaan", "Veldstraat",
        "Schoolstraat", "Nieuwstraat", "Hoogstraat", "Eikendreef", "Lindelaan", "Parklaan"
    };
    private static final int PEOPLE = 1_000;
    private static final List<Trait> SHARED =
            List.of(
                    Trait.FAMILY_NAME,
                    Trait.EMAIL,
                    Trait.PHONE,
                    Trait.STREET,
                    Trait.HOUSE_NUMBER,
                    Trait.POSTCODE);

    private Town() {}

    /** Each third person has a second profile, named after the first with a "b". */
    static List<Profile> people() {
        var random = new SplittableRandom(5);
        List<Profile> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Profile person = person(random, "p" + i);
            people.add(person);
            if (i % 3 == 0) {
                people.add(new Profile("p" + i + "b", person.values()));
            }
        }
        return people;
    }

    /** For some people a relative, who has all but the given name and the birth date of them. */
    static List<Profile> families() {
        var random = new SplittableRandom(6);
        List<Profile> relatives = new ArrayList<>();
        for (Profile person : people()) {
            if (random.nextInt(10) == 0) {
                Profile relative = person(random, "relative of " + person.id());
                for (Trait shared : SHARED) {
                    relative = with(relative, shared, person.all(shared));
                }
                relatives.add(relative);
            }
        }
        return relatives;
    }

    private static Profile with(Profile profile, Trait trait, List<String> values) {
        Map<Trait, List<String>> all = new EnumMap<>(Trait.class);
        all.putAll(profile.values());
        all.put(trait, values);
        return new Profile(profile.id(), all);
    }

    private static Profile person(SplittableRandom random, String id) {
        String given = GIVEN[random.nextInt(GIVEN.length)];
        String date =
                "%d-%02d-%02d"
                        .formatted(
                                1930 + random.nextInt(80),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28));
        return Profile.of(id)
                .with(Trait.FAMILY_NAME, FAMILY[random.nextInt(FAMILY.length)])
                .with(Trait.GIVEN_NAMES, given)
                .with(Trait.BIRTH_DATE, date)
                .with(Trait.EMAIL, given.toLowerCase(Locale.ROOT) + id + "@voorbeeld.be")
                .with(Trait.PHONE, "0475" + (100_000 + random.nextInt(900_000)))
                .with(Trait.STREET, STREETS[random.nextInt(STREETS.length)])
                .with(Trait.HOUSE_NUMBER, Integer.toString(1 + random.nextInt(150)))
                .with(Trait.POSTCODE, Integer.toString(2600 + random.nextInt(20)));
    }

    /** A national number that passes the check, for somebody born in the last century. */
    static String nationalNumber(int birth, int serial) {
        int number = birth * 1000 + serial;
        return "%09d%02d".formatted(number, 97 - number % 97);
    }
}
