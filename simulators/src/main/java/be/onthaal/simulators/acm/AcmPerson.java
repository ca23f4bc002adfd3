// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Somebody who can sign in, for one organisation.
 *
 * @param subject names him for good
 * @param voId his number as an employee
 * @param organisation the OVO code or enterprise number of the organisation he chose
 * @param national his national number, for whoever comes as a citizen; else empty
 */
public record AcmPerson(
        String subject,
        String voId,
        String name,
        String organisation,
        String organisationName,
        String national) {

    /** Somebody who comes for his work. */
    public AcmPerson(
            String subject,
            String voId,
            String name,
            String organisation,
            String organisationName) {
        this(subject, voId, name, organisation, organisationName, "");
    }

    /** A citizen. */
    public static AcmPerson citizen(String name, String national) {
        return new AcmPerson(number("rrn:" + national), "", name, "", "Burger", national);
    }

    boolean isCitizen() {
        return !national.isEmpty();
    }

    /** Somebody whose numbers follow from his mail address, so that others can know them too. */
    public static AcmPerson of(
            String name, String email, String organisation, String organisationName) {
        return new AcmPerson(
                number("sub:" + email), number(email), name, organisation, organisationName);
    }

    private static String number(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
