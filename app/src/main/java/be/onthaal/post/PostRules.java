// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.common.TermRule;
import be.onthaal.common.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an authority keeps its post: its registers, its terms, and when an entry is late. */
public record PostRules(Backdating backdating, Map<PieceKind, TermRule> terms, List<Book> books) {

    public PostRules {
        terms = Map.copyOf(terms);
        books = List.copyOf(books);
    }

    /** From which day on a reason is asked. */
    public enum Backdating {
        /** When it came in before the previous working day. */
        PREVIOUS_WORKING_DAY,
        /** When it came in before the day of the last number of the register. */
        LAST_REGISTRATION_DAY
    }

    /** The last day of the term of a piece, if its kind has one. */
    Optional<LocalDate> dueOn(PieceKind kind, LocalDate received, WorkingCalendar calendar) {
        return Optional.ofNullable(terms.get(kind)).map(rule -> rule.dueOn(received, calendar));
    }

    boolean knows(String book) {
        return book.isEmpty() || books.stream().anyMatch(known -> known.code().equals(book));
    }

    /** Whether a reason is asked for a piece of this day. */
    boolean isLate(
            LocalDate received,
            LocalDate today,
            Optional<LocalDate> lastGiven,
            WorkingCalendar calendar) {
        LocalDate earliest =
                switch (backdating) {
                    case PREVIOUS_WORKING_DAY -> calendar.plusWorkingDays(today, -1);
                    case LAST_REGISTRATION_DAY -> lastGiven.orElse(received);
                };
        return received.isBefore(earliest);
    }
}
