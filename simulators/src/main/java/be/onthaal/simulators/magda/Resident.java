// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.time.LocalDate;

/**
 * Somebody of the invented town. His number is a test number: the month is raised by 60, so that it
 * can never be that of a real person.
 *
 * @param position in his household: 01 reference person, 02 spouse, 03 child, 12 not related
 * @param civil his civil state, as the national register numbers them
 * @param trait what is special about him
 */
record Resident(
        String insz,
        String givenName,
        String familyName,
        LocalDate birth,
        boolean male,
        String position,
        String civil,
        Trait trait,
        Home home) {

    private static final int TEST_MONTHS = 60;
    private static final long FROM_2000 = 2_000_000_000L;
    private static final int CHECK = 97;

    /** Where a household lives, and since when. */
    record Home(String streetCode, String street, String number, String box, LocalDate since) {

        /** The house on the corner, since this year. */
        Home onTheCorner() {
            return new Home(streetCode, street, "1", "", LocalDate.of(2026, 11, 20));
        }
    }

    /** The same person after he moved house. */
    Resident moved() {
        return new Resident(
                insz,
                givenName,
                familyName,
                birth,
                male,
                position,
                civil,
                trait,
                home.onTheCorner());
    }

    /** What an authority must be able to deal with. */
    enum Trait {
        NONE,
        /** Died this year. */
        DECEASED,
        /** His address may not be told. */
        SECRET,
        /** Somebody else looks after his money. */
        PROTECTED,
        /** His source is never there. */
        UNAVAILABLE,
        /** He got a new number. */
        RENUMBERED,
        /** Part of his data may not be seen. */
        FILTERED,
        /** One of his codes has no words. */
        UNKNOWN_CODE,
        /** The source has more of him. */
        MORE,
        /** Moved abroad. */
        ABROAD,
        /** Gets a living wage. */
        LIVING_WAGE,
        /** Has raised compensation for care. */
        RAISED_COMPENSATION,
        /** Of his birth only the year is known. */
        YEAR_ONLY
    }

    /** A number for who is born then; men have odd serial numbers and women even ones. */
    static String number(LocalDate birth, int serial) {
        int stem =
                birth.getYear() % 100 * 10_000_000
                        + (birth.getMonthValue() + TEST_MONTHS) * 100_000
                        + birth.getDayOfMonth() * 1_000
                        + serial;
        long counted = birth.getYear() >= 2000 ? FROM_2000 + stem : stem;
        return "%09d%02d".formatted(stem, CHECK - counted % CHECK);
    }

    boolean isReference() {
        return position.equals("01");
    }

    String positionWords() {
        return switch (position) {
            case "01" -> "Referentiepersoon";
            case "02" -> "Echtgenoot of echtgenote";
            case "03" -> male ? "Zoon" : "Dochter";
            default -> "Niet verwant";
        };
    }

    String civilWords() {
        return switch (civil) {
            case "20" -> "Gehuwd";
            case "30" -> "Weduwnaar of weduwe";
            case "40" -> "Uit de echt gescheiden";
            default -> "Ongehuwd";
        };
    }

    String birthDate() {
        return trait == Trait.YEAR_ONLY ? birth.getYear() + "-00-00" : birth.toString();
    }
}
