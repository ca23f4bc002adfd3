// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import be.onthaal.party.matching.Frequencies.Column;

/** Compares two profiles trait by trait; not for more than one thread. */
final class PairComparer {

    private static final int SHORTEST_MAILBOX = 5;

    private final Columns profiles;
    private final NameLevels names;
    private final Column[] commonness = new Column[Trait.values().length];

    PairComparer(Columns profiles, Frequencies frequencies, NameForms forms) {
        this.profiles = profiles;
        this.names = new NameLevels(forms);
        for (Trait trait : Trait.values()) {
            commonness[trait.ordinal()] = frequencies.of(trait);
        }
    }

    /** A comparison to keep. */
    Comparison compare(long pair) {
        var comparison = new Comparison();
        compare(Candidates.first(pair), Candidates.second(pair), comparison);
        return comparison;
    }

    /** A comparison written over the one before. */
    void compare(int a, int b, Comparison into) {
        into.clear();
        compareNames(a, b, into);
        compareDates(a, b, into);
        compareNumbers(a, b, into);
        compareEmails(a, b, into);
        comparePhones(a, b, into);
        compareSexes(a, b, into);
        compareStreets(a, b, into);
        comparePlaces(a, b, into);
    }

    /** People write their family name in either place; then both must fit crosswise. */
    private void compareNames(int a, int b, Comparison into) {
        int familyA = profiles.code(Columns.FAMILY, a);
        int givenA = profiles.code(Columns.GIVEN, a);
        int familyB = profiles.code(Columns.FAMILY, b);
        int givenB = profiles.code(Columns.GIVEN, b);
        Level family = names.family(familyA, familyB);
        Level given = names.given(givenA, givenB);
        if (!agree(family) && !agree(given)) {
            Level crossed = names.family(familyA, givenB);
            Level other = names.family(givenA, familyB);
            if (agree(crossed) && agree(other)) {
                into.setNamesSwapped();
                put(into, Trait.FAMILY_NAME, crossed, familyA);
                put(into, Trait.GIVEN_NAMES, other, givenA);
                return;
            }
        }
        put(into, Trait.FAMILY_NAME, family, familyA);
        put(into, Trait.GIVEN_NAMES, given, givenA);
    }

    private static boolean agree(Level level) {
        return level == Level.EXACT || level == Level.NEAR;
    }

    private void compareDates(int a, int b, Comparison into) {
        int dateA = profiles.code(Columns.DATE, a);
        int dateB = profiles.code(Columns.DATE, b);
        if (dateA == 0 || dateB == 0) {
            return;
        }
        Values dates = profiles.values(Columns.DATE);
        Level level =
                dateA == dateB
                        ? Level.EXACT
                        : DateLevels.level(dates.text(dateA), dates.text(dateB));
        put(into, Trait.BIRTH_DATE, level, dateA);
    }

    private void compareNumbers(int a, int b, Comparison into) {
        int numberA = profiles.code(Columns.NUMBER, a);
        int numberB = profiles.code(Columns.NUMBER, b);
        if (numberA == 0 || numberB == 0) {
            return;
        }
        if (profiles.isValidNumber(numberA) && profiles.isValidNumber(numberB)) {
            boolean same = numberA == numberB;
            into.set(Trait.NATIONAL_NUMBER, same ? Level.EXACT : Level.DIFFERENT);
            into.setNumber(same ? Comparison.Number.SAME_PERSON : Comparison.Number.OTHER_PERSON);
            return;
        }
        Values numbers = profiles.values(Columns.NUMBER);
        put(
                into,
                Trait.NATIONAL_NUMBER,
                digits(numbers.text(numberA), numbers.text(numberB)),
                numberA);
    }

    private static Level digits(String a, String b) {
        if (a.equals(b)) {
            return Level.EXACT;
        }
        return Similarity.within(a, b, 1) ? Level.NEAR : Level.DIFFERENT;
    }

    /**
     * A mailbox that is made of the name is no news beside the name. At one provider "jan.maes" and
     * "jan.maes1" are what two people of one name have; at two providers it may be either.
     */
    private void compareEmails(int a, int b, Comparison into) {
        int emailA = profiles.code(Columns.EMAIL, a);
        int emailB = profiles.code(Columns.EMAIL, b);
        if (emailA == 0 || emailB == 0) {
            return;
        }
        boolean told = profiles.hasNamedMailbox(a) && profiles.hasNamedMailbox(b);
        put(into, Trait.EMAIL, email(emailA, emailB, told), emailA);
    }

    private Level email(int emailA, int emailB, boolean told) {
        if (emailA == emailB) {
            return Level.EXACT;
        }
        String one = profiles.values(Columns.EMAIL).text(emailA);
        String other = profiles.values(Columns.EMAIL).text(emailB);
        String mailbox = profiles.mailbox(emailA);
        boolean near = Similarity.within(one, other, 1);
        boolean alike =
                mailbox.length() >= SHORTEST_MAILBOX && mailbox.equals(profiles.mailbox(emailB));
        if (told && (near || alike)) {
            return provider(one).equals(provider(other)) ? Level.DIFFERENT : Level.PARTIAL;
        }
        if (near) {
            return Level.NEAR;
        }
        return alike ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static String provider(String email) {
        return email.substring(email.indexOf('@') + 1);
    }

    /** The best of all numbers of the one against all of the other. */
    private void comparePhones(int a, int b, Comparison into) {
        int[] phonesA = profiles.phones(a);
        int[] phonesB = profiles.phones(b);
        Level best = Level.ABSENT;
        int shared = 0;
        for (int phoneA : phonesA) {
            for (int phoneB : phonesB) {
                Level level = phone(phoneA, phoneB);
                if (best == Level.ABSENT || level.code() < best.code()) {
                    best = level;
                    shared = phoneA;
                }
            }
        }
        put(into, Trait.PHONE, best, shared);
    }

    private Level phone(int a, int b) {
        return a == b ? Level.EXACT : digits(profiles.phones().text(a), profiles.phones().text(b));
    }

    /** Who has the same given name has the same sex; that would count it twice. */
    private void compareSexes(int a, int b, Comparison into) {
        int sexA = profiles.code(Columns.SEX, a);
        int sexB = profiles.code(Columns.SEX, b);
        if (sexA == 0 || sexB == 0) {
            return;
        }
        if (sexA != sexB) {
            into.set(Trait.SEX, Level.DIFFERENT);
        } else if (!agree(into.level(Trait.GIVEN_NAMES))) {
            into.set(Trait.SEX, Level.EXACT);
        }
    }

    private void compareStreets(int a, int b, Comparison into) {
        int streetA = profiles.code(Columns.STREET, a);
        int streetB = profiles.code(Columns.STREET, b);
        if (streetA > 0 && streetB > 0) {
            put(into, Trait.STREET, street(streetA, streetB), streetA);
        }
        int numberA = profiles.code(Columns.HOUSE_NUMBER, a);
        int numberB = profiles.code(Columns.HOUSE_NUMBER, b);
        if (numberA > 0 && numberB > 0) {
            put(into, Trait.HOUSE_NUMBER, houseNumber(numberA, numberB), numberA);
        }
    }

    private Level street(int a, int b) {
        if (a == b) {
            return Level.EXACT;
        }
        String one = profiles.values(Columns.STREET).text(a);
        String other = profiles.values(Columns.STREET).text(b);
        return Similarity.within(one, other, 2) ? Level.NEAR : Level.DIFFERENT;
    }

    private Level houseNumber(int a, int b) {
        if (a == b) {
            return Level.EXACT;
        }
        String one = profiles.values(Columns.HOUSE_NUMBER).text(a);
        String other = profiles.values(Columns.HOUSE_NUMBER).text(b);
        boolean slip =
                Math.min(one.length(), other.length()) > 1 && Similarity.within(one, other, 1);
        return slip ? Level.NEAR : Level.DIFFERENT;
    }

    private void comparePlaces(int a, int b, Comparison into) {
        int postcodeA = profiles.code(Columns.POSTCODE, a);
        int postcodeB = profiles.code(Columns.POSTCODE, b);
        int townA = profiles.code(Columns.MUNICIPALITY, a);
        int townB = profiles.code(Columns.MUNICIPALITY, b);
        boolean codes = postcodeA > 0 && postcodeB > 0;
        boolean towns = townA > 0 && townB > 0;
        if (codes && postcodeA == postcodeB) {
            put(into, Trait.POSTCODE, Level.EXACT, postcodeA);
        } else if (towns && townA == townB) {
            Level level = codes ? Level.SIMILAR : Level.PARTIAL;
            Column common = commonness[Trait.MUNICIPALITY.ordinal()];
            float rarity = codes ? 0 : common.rarities()[townA];
            into.set(Trait.POSTCODE, level, rarity, common.counts()[townA]);
        } else if (codes || towns) {
            boolean slip = codes && isSlip(Columns.POSTCODE, postcodeA, postcodeB);
            boolean near = slip || towns && isSlip(Columns.MUNICIPALITY, townA, townB);
            into.set(Trait.POSTCODE, near ? Level.NEAR : Level.DIFFERENT);
        }
    }

    private boolean isSlip(int column, int a, int b) {
        Values values = profiles.values(column);
        return Similarity.within(values.text(a), values.text(b), 1);
    }

    private void put(Comparison into, Trait trait, Level level, int code) {
        if (level == Level.EXACT) {
            Column column = commonness[trait.ordinal()];
            into.set(trait, level, column.rarities()[code], column.counts()[code]);
        } else {
            into.set(trait, level);
        }
    }
}
