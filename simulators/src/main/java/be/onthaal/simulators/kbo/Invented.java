// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import be.onthaal.simulators.kbo.Region.Municipality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented enterprise with its establishments, wholly drawn from the seed and its place in the
 * register: every file of an extract is written from it anew, whatever the size.
 */
record Invented(
        long number,
        boolean person,
        String language,
        String form,
        String situation,
        LocalDate startedOn,
        List<String> names,
        Municipality seat,
        String address,
        List<String[]> contacts,
        List<Site> sites) {

    static final int MOST_SITES = 30;

    private static final long FIRST_SITE = 20_000_000;
    private static final String[] FORMS = {"610", "610", "610", "014", "014", "017", "012", "116"};
    private static final String[] OLD_FORMS = {"015", "015", "008"};

    /** An establishment; most have no name of their own. */
    record Site(
            long number, LocalDate startedOn, String name, Municipality where, String address) {}

    /** The enterprise at this place; another version of it has another name and address. */
    static Invented at(int place, long firstStem, int version, long seed, Region region) {
        var chance = new SplittableRandom(seed * 31 + place * 1_000_003L + version * 7_919L);
        boolean person = chance.nextInt(100) < 40;
        Municipality seat = town(region, chance);
        String language = seat.language();
        List<String> names = new ArrayList<>();
        names.add(person ? Vocabulary.person(chance) : Vocabulary.company(language, chance));
        boolean abbreviated = !person && chance.nextInt(100) < 20;
        names.add(abbreviated ? Vocabulary.initials(names.getFirst()) : "");
        boolean commercial = chance.nextInt(100) < 8;
        names.add(commercial ? Vocabulary.shop(language, chance) : "");
        LocalDate started = LocalDate.of(1955, 1, 1).plusDays(chance.nextInt(25_900));
        long stem = firstStem + place;
        List<Site> sites = new ArrayList<>();
        int count = sites(person, chance);
        for (int i = 0; i < count; i++) {
            Municipality where = i == 0 ? seat : town(region, chance);
            sites.add(
                    new Site(
                            checked(FIRST_SITE + (long) place * MOST_SITES + i),
                            started.plusDays(chance.nextInt(3_000)),
                            chance.nextInt(100) < 61 ? Vocabulary.shop(language, chance) : "",
                            where,
                            address(where, chance)));
        }
        boolean old = chance.nextInt(100) < 8;
        String form = old ? OLD_FORMS[chance.nextInt(3)] : FORMS[chance.nextInt(FORMS.length)];
        return new Invented(
                checked(stem),
                person,
                language,
                person ? "" : form,
                chance.nextInt(100) < 2 ? "050" : "000",
                started,
                names,
                seat,
                address(seat, chance),
                contacts(chance),
                sites);
    }

    /** The form to be read since the new code, of one whose statutes still say the old one. */
    String formToRead() {
        return switch (form) {
            case "015" -> "610";
            case "008" -> "706";
            default -> "";
        };
    }

    private static int sites(boolean person, SplittableRandom chance) {
        int draw = chance.nextInt(1_000);
        if (person) {
            return draw < 40 ? 2 : draw < 990 ? 1 : 0;
        }
        return draw < 450 ? 0 : draw < 900 ? 1 : draw < 998 ? 2 + draw % 3 : MOST_SITES;
    }

    private static List<String[]> contacts(SplittableRandom chance) {
        List<String[]> contacts = new ArrayList<>();
        if (chance.nextInt(100) < 16) {
            contacts.add(new String[] {"TEL", "03 4%07d".formatted(chance.nextInt(10_000_000))});
        }
        if (chance.nextInt(100) < 14) {
            String name = Integer.toString(chance.nextInt(10_000_000), 36);
            contacts.add(new String[] {"EMAIL", "info@" + name + ".example"});
        }
        if (chance.nextInt(100) < 6) {
            contacts.add(new String[] {"WEB", "www." + chance.nextInt(10_000_000) + ".example"});
        }
        return contacts;
    }

    /** Street, number and box as cells of the address file. */
    private static String address(Municipality where, SplittableRandom chance) {
        boolean both = !where.dutch().equals(where.french());
        String dutch = Vocabulary.street(both ? "nl" : where.language(), chance);
        String french = both ? Vocabulary.street("fr", chance) : dutch;
        String box = chance.nextInt(100) < 15 ? String.valueOf(1 + chance.nextInt(40)) : "";
        return "\"%s\",\"%s\",\"%d\",\"%s\",\"\","
                .formatted(dutch, french, 1 + chance.nextInt(300), box);
    }

    private static Municipality town(Region region, SplittableRandom chance) {
        return region.municipalities().get(chance.nextInt(region.municipalities().size()));
    }

    private static long checked(long stem) {
        return stem * 100 + 97 - stem % 97;
    }
}
