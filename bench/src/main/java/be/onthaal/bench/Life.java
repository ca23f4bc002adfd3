// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A generated case from opening to result, and the mail it may have begun with.
 *
 * @param number of the case in its year
 * @param entry the register entry it came from, when it came by mail or letter
 */
record Life(
        String id,
        int number,
        Matter matter,
        People.Person person,
        Town.Unit unit,
        Town.Employee handler,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Entry> entry) {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** What it is about. */
    record Matter(Town.Type type, String subject, String text, String channel) {}

    /** A piece in the register; the mail is absent for a letter. */
    record Entry(String id, int sequence, Optional<String> mail) {}

    int year() {
        return openedOn().getYear();
    }

    LocalDate openedOn() {
        return openedAt.atZone(BRUSSELS).toLocalDate();
    }

    Optional<LocalDate> closedOn() {
        return closedAt.map(at -> at.atZone(BRUSSELS).toLocalDate());
    }

    /** As people read it aloud. */
    String display() {
        return "Z-%04d-%06d".formatted(year(), number);
    }
}
