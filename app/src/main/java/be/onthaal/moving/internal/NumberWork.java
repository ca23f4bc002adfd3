// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.post.PostNumbers;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The registers of post go on after the last number of the other system. */
@Component
class NumberWork implements SheetWork {

    private static final Map<String, Direction> REGISTERS =
            Map.of(
                    "in", Direction.IN,
                    "i", Direction.IN,
                    "inkomend", Direction.IN,
                    "out", Direction.OUT,
                    "u", Direction.OUT,
                    "uit", Direction.OUT,
                    "uitgaand", Direction.OUT);

    private static final Pattern BOOK = Pattern.compile("[A-Z]{0,3}");

    private final PostNumbers numbers;

    NumberWork(PostNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Sheet sheet() {
        return Sheet.NUMBERS;
    }

    @Override
    public Line.Outcome bring(Line line, Run run) {
        return numbers.continueAfter(last(line))
                ? Line.Outcome.of(Verdict.NEW)
                : Line.Outcome.of(Verdict.SKIPPED, "moving.row-there");
    }

    /**
     * Only a register that gave no number since begins again; given numbers are never taken back.
     */
    @Override
    public void undo(Line line, Run run) {
        numbers.beginAgain(last(line));
    }

    private static PostNumbers.Last last(Line line) {
        String written = line.cells().required("register");
        String[] words = written.strip().split("\\s+", 2);
        Direction direction =
                Optional.ofNullable(REGISTERS.get(Run.small(words[0])))
                        .orElseThrow(() -> new Refused("moving.choice-wrong", "register"));
        int year = line.cells().number("year");
        int last = line.cells().number("last");
        if (year < 1900 || year > 2999) {
            throw new Refused("moving.number-wrong", "year");
        }
        if (last < 1) {
            throw new Refused("moving.number-wrong", "last");
        }
        String book = words.length == 2 ? words[1] : "";
        if (!BOOK.matcher(book).matches()) {
            throw new Refused("moving.choice-wrong", "register");
        }
        return new PostNumbers.Last(book, direction, year, last);
    }
}
