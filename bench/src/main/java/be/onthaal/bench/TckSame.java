// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Whether two values are the same to the kit: numbers nearly, times however they are written. */
final class TckSame {

    private static final BigDecimal NEAR = new BigDecimal("0.00000001");
    private static final List<Function<String, Object>> READINGS =
            List.of(
                    Duration::parse,
                    text -> Period.parse(text).normalized(),
                    text -> ZonedDateTime.parse(text).toInstant(),
                    LocalDateTime::parse,
                    OffsetTime::parse,
                    LocalTime::parse);

    private TckSame() {}

    static boolean same(Value wanted, Value got) {
        return switch (wanted) {
            case Value.Amount amount ->
                    got instanceof Value.Amount other
                            && amount.number().subtract(other.number()).abs().compareTo(NEAR) <= 0;
            case Value.Many many ->
                    got instanceof Value.Many other && all(many.items(), other.items());
            case Value.Fields fields ->
                    got instanceof Value.Fields other
                            && fields.fields().keySet().equals(other.fields().keySet())
                            && fields.fields().entrySet().stream()
                                    .allMatch(one ->
                                            same(
                                                    one.getValue(),
                                                    other.fields()
                                                            .getOrDefault(
                                                                    one.getKey(), Value.UNKNOWN)));
            case Value.Timed timed ->
                    got instanceof Value.Timed other
                            && (timed.equals(other)
                                    || read(timed.iso()).isPresent()
                                            && read(timed.iso()).equals(read(other.iso())));
            case Value other -> other.equals(got);
        };
    }

    private static boolean all(List<Value> wanted, List<Value> got) {
        return wanted.size() == got.size()
                && IntStream.range(0, wanted.size())
                        .allMatch(index -> same(wanted.get(index), got.get(index)));
    }

    private static Optional<Object> read(String iso) {
        return READINGS.stream().flatMap(reading -> attempt(reading, iso).stream()).findFirst();
    }

    private static Optional<Object> attempt(Function<String, Object> reading, String iso) {
        try {
            return Optional.of(reading.apply(iso));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
