// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * What one module tells on a page: a question that travels with those of other modules in a single
 * statement ({@link Parts}), so that a page costs few of them while each module keeps its tables to
 * itself. The row rules hold for it as for any other statement.
 *
 * @param <T> what the module answers
 */
public final class Part<T> {

    private final List<Field<?>> questions;
    private final Function<Record, T> reader;

    private Part(List<Field<?>> questions, Function<Record, T> reader) {
        this.questions = List.copyOf(questions);
        this.reader = reader;
    }

    /** All rows, in the order of the question. */
    public static <R extends Record, T> Part<List<T>> all(
            Select<R> question, RecordMapper<? super R, T> mapper) {
        Field<Result<R>> rows = DSL.multiset(question);
        return new Part<>(List.of(rows), answer -> List.copyOf(answer.get(rows).map(mapper)));
    }

    /** All rows, by their key. */
    public static <R extends Record, K, V> Part<Map<K, V>> byKey(
            Select<R> question, RecordMapper<? super R, Map.Entry<K, V>> mapper) {
        return all(question, mapper)
                .then(entries ->
                        entries.stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The only row, or none. */
    public static <R extends Record, T> Part<Optional<T>> one(
            Select<R> question, RecordMapper<? super R, T> mapper) {
        return all(question, mapper).then(rows -> rows.stream().findFirst());
    }

    /** How many rows there are. */
    public static Part<Long> count(Select<?> question) {
        Field<Integer> count = DSL.field(DSL.selectCount().from(question.asTable("counted")));
        return new Part<>(List.of(count), answer -> answer.get(count).longValue());
    }

    /** An answer that needs no asking. */
    public static <T> Part<T> known(T answer) {
        return new Part<>(List.of(), nothing -> answer);
    }

    /** The same question, with its answer said in another way. */
    public <U> Part<U> then(Function<? super T, ? extends U> change) {
        return new Part<>(questions, answer -> change.apply(reader.apply(answer)));
    }

    /** Both questions, with one answer. */
    public <U, V> Part<V> with(
            Part<U> other, BiFunction<? super T, ? super U, ? extends V> together) {
        List<Field<?>> both = Stream.concat(questions.stream(), other.questions.stream()).toList();
        return new Part<>(
                both, answer -> together.apply(reader.apply(answer), other.reader.apply(answer)));
    }

    List<Field<?>> questions() {
        return questions;
    }

    T read(Record answer) {
        return reader.apply(answer);
    }
}
