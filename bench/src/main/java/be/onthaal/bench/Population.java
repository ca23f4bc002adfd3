// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A Flemish population of any size: names composed from the parts that Flemish names are made of,
 * as unevenly spread as real ones (the commonest family name is of one in two hundred), national
 * numbers that pass the check, households that share an address. The same again for the same seed.
 */
final class Population {

    private static final int FAMILY_NAMES = 40_000;
    private static final int GIVEN_NAMES = 2_000;
    private static final LocalDate OLDEST = LocalDate.of(1932, 1, 1);
    private static final int DAYS = 92 * 365;
    private static final List<String> BEFORE =
            List.of("", "", "", "Van ", "De ", "Van de ", "Van den ", "Ver");
    private static final List<String> STEMS =
            List.of(
                    "Peet", "Jans", "Maes", "Jacob", "Mert", "Willem", "Claes", "Goos", "Wout",
                    "Smet", "Dubo", "Lamb", "Meul", "Dam", "Broeck", "Herm", "Aert", "Mich", "Hoev",
                    "Stev", "Bog", "Cool", "Thijs", "Seg", "Hend", "Pauw", "Copp", "Veld", "Baert",
                    "Linden", "Bosch", "Berg", "Velz", "Heyl", "Kerck", "Wiel", "Rooy", "Nijs",
                    "Geer", "Oost", "Wal", "Dael", "Huys", "Leem", "Schaep", "Vlem", "Brug", "Eyck",
                    "Haeg", "Plas");
    private static final List<String> AFTER =
            List.of(
                    "ers", "ens", "s", "mans", "inckx", "aert", "mulle", "haeghe", "eghem", "hoven",
                    "beke", "donck", "rijck", "sen", "stra", "oot", "els", "ijn", "elen", "ove");
    private static final List<String> GIVEN_BEFORE =
            List.of(
                    "Ma", "An", "Jo", "Lie", "El", "Ka", "Wil", "Ro", "Stij", "Bar", "Nor", "Fe",
                    "Lu", "Sa", "Ti", "Ha", "Ger", "Di", "Ve", "Mo");
    private static final List<String> GIVEN_AFTER =
            List.of(
                    "ria", "na", "han", "ne", "len", "trien", "lem", "bin", "n", "t", "a", "lix",
                    "cas", "ra", "mon", "sse", "da", "rik", "erle", "hamed", "ke", "ly", "vin",
                    "dy", "lis");
    private static final List<String> STREETS =
            List.of(
                    "Kerk",
                    "Molen",
                    "Stations",
                    "Dorps",
                    "Beuken",
                    "Veld",
                    "School",
                    "Nieuw",
                    "Hoog",
                    "Eiken",
                    "Linden",
                    "Park",
                    "Kapel",
                    "Brug",
                    "Markt",
                    "Akker",
                    "Bos",
                    "Vijver",
                    "Kasteel",
                    "Linde",
                    "Zand",
                    "Heide",
                    "Wilgen",
                    "Populieren");
    private static final List<String> WAYS =
            List.of("straat", "laan", "weg", "lei", "plein", "dreef", "steenweg", "hof");
    private static final String[][] TOWNS = {
        {"2640", "Mortsel"}, {"2650", "Edegem"}, {"2600", "Berchem"}, {"2100", "Deurne"},
        {"2000", "Antwerpen"}, {"2550", "Kontich"}, {"2530", "Boechout"}, {"2500", "Lier"},
        {"2800", "Mechelen"}, {"9000", "Gent"}, {"3000", "Leuven"}, {"8000", "Brugge"}
    };

    private final SplittableRandom random;
    private final List<String> families = families();
    private final List<String> givens = givens();
    private final Map<Integer, Integer> serials = new HashMap<>();
    private Home home = new Home("", "", "", "", "");

    Population(int seed) {
        random = new SplittableRandom(seed);
    }

    private record Home(
            String family, String street, String number, String postcode, String town) {}

    /** Somebody who lives here; what he did not tell is empty. */
    record Citizen(
            String given,
            String family,
            LocalDate born,
            boolean woman,
            String nationalNumber,
            String street,
            String houseNumber,
            String postcode,
            String municipality,
            Optional<String> email,
            Optional<String> phone) {

        String name() {
            return given + " " + family;
        }

        /** As people write it on one line. */
        String residence() {
            return street + " " + houseNumber + ", " + postcode + " " + municipality;
        }
    }

    /** The next of them; two in three live with the one before. */
    Citizen next() {
        boolean together = !home.family().isEmpty() && random.nextInt(3) < 2;
        if (!together) {
            home = moved();
        }
        LocalDate born = OLDEST.plusDays(random.nextInt(DAYS));
        boolean woman = random.nextBoolean();
        String given = givens.get(spread(GIVEN_NAMES, 20));
        String family =
                random.nextInt(3) == 0 ? families.get(spread(FAMILY_NAMES, 30)) : home.family();
        String number = nationalNumber(born, woman);
        return new Citizen(
                given,
                family,
                born,
                woman,
                number,
                home.street(),
                home.number(),
                home.postcode(),
                home.town(),
                random.nextInt(100) < 70
                        ? Optional.of(mailbox(given, family, number))
                        : Optional.empty(),
                random.nextInt(100) < 60
                        ? Optional.of("+324%08d".formatted(random.nextInt(100_000_000)))
                        : Optional.empty());
    }

    private Home moved() {
        String[] town = TOWNS[random.nextInt(TOWNS.length)];
        return new Home(
                families.get(spread(FAMILY_NAMES, 30)),
                STREETS.get(random.nextInt(STREETS.size())) + WAYS.get(random.nextInt(WAYS.size())),
                String.valueOf(1 + random.nextInt(250)),
                town[0],
                town[1]);
    }

    /** Few are very common and most are rare: a shifted law of Zipf. */
    private int spread(int many, double shift) {
        double rank =
                shift * Math.exp(random.nextDouble() * Math.log((many + shift) / shift)) - shift;
        return Math.min(many - 1, (int) rank);
    }

    /** Royal decree of 3 April 1984: date, serial (odd for men), 97 less the rest. */
    private String nationalNumber(LocalDate born, boolean woman) {
        int day = (int) born.toEpochDay() * 2 + (woman ? 1 : 0);
        int turn = serials.merge(day, 1, Integer::sum) - 1;
        int serial = (woman ? 2 : 1) + turn % 498 * 2;
        String digits =
                "%02d%02d%02d%03d"
                        .formatted(
                                born.getYear() % 100,
                                born.getMonthValue(),
                                born.getDayOfMonth(),
                                serial);
        long checked = Long.parseLong(born.getYear() >= 2000 ? "2" + digits : digits);
        return digits + "%02d".formatted(97 - checked % 97);
    }

    private static String mailbox(String given, String family, String number) {
        String local = (given + "." + family).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]+", "");
        return local + number.substring(4, 11) + "@post.example";
    }

    private List<String> families() {
        List<String> names = new ArrayList<>();
        for (String end : AFTER) {
            for (String stem : STEMS) {
                for (String begin : BEFORE) {
                    names.add(
                            begin.endsWith("r")
                                    ? begin + stem.toLowerCase(Locale.ROOT) + end
                                    : begin + stem + end);
                }
            }
        }
        List<String> doubled = new ArrayList<>(names.stream().distinct().toList());
        for (int i = 0; doubled.size() < FAMILY_NAMES; i++) {
            String second = STEMS.get(i / names.size() % STEMS.size()).toLowerCase(Locale.ROOT);
            doubled.add(names.get(i % names.size()) + second);
        }
        return List.copyOf(doubled.subList(0, FAMILY_NAMES));
    }

    private List<String> givens() {
        List<String> names = new ArrayList<>();
        for (String end : GIVEN_AFTER) {
            for (String begin : GIVEN_BEFORE) {
                names.add(begin + end);
            }
        }
        int single = names.size();
        for (int i = 0; names.size() < GIVEN_NAMES; i++) {
            names.add(
                    names.get(i % single)
                            + names.get((i * 7 + 3) % single).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(names.subList(0, GIVEN_NAMES));
    }
}
