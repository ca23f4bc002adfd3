// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An enterprise of the invented town.
 *
 * @param number invented, with right check digits
 * @param establishment the number of the one place where it works
 * @param manager the number of the resident who leads it
 * @param stopped when it stopped; empty while it works
 */
record Business(
        String number,
        String establishment,
        String name,
        String form,
        String formWords,
        String nace,
        String naceWords,
        LocalDate start,
        Optional<LocalDate> stopped,
        Resident.Home home,
        String manager) {

    private static final int CHECK = 97;

    /** Enterprises and those who lead them, in the homes of the latter. */
    static List<Business> all(List<Resident> people) {
        return List.of(
                of(1, "Bakkerij Chaouki", "610", "10711", "Vervaardiging van brood", people.get(3)),
                of(
                        2,
                        "Lauwereyns Boomverzorging",
                        "610",
                        "81300",
                        "Landschapsverzorging",
                        named(people, "Wannes")),
                of(
                        3,
                        "Praktijk Roggeman",
                        "610",
                        "86901",
                        "Ziekenhuisverpleging",
                        named(people, "Ilse")),
                of(
                        4,
                        "Zielonka Dakwerken",
                        "610",
                        "43910",
                        "Dakwerkzaamheden",
                        named(people, "Marek")),
                stopped(
                        of(
                                5,
                                "Drukkerij Persoons",
                                "610",
                                "18120",
                                "Drukken",
                                named(people, "Gunther"))));
    }

    private static Business of(
            int count, String name, String form, String nace, String words, Resident manager) {
        return new Business(
                number(9_990_100 + 37 * count),
                number(29_990_100 + 41 * count),
                name,
                form,
                "Besloten vennootschap",
                nace,
                words,
                manager.home().since().plusMonths(count),
                Optional.empty(),
                manager.home(),
                manager.insz());
    }

    private static Business stopped(Business one) {
        return new Business(
                one.number,
                one.establishment,
                one.name,
                one.form,
                one.formWords,
                one.nace,
                one.naceWords,
                one.start,
                Optional.of(LocalDate.of(2023, 6, 30)),
                one.home,
                one.manager);
    }

    private static Resident named(List<Resident> people, String name) {
        return people.stream()
                .filter(one -> one.givenName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody is called " + name));
    }

    private static String number(int stem) {
        return "%08d%02d".formatted(stem, CHECK - stem % CHECK);
    }
}
