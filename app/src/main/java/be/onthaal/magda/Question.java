// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Answer;
import be.onthaal.party.register.RegisterKey;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A question to a service, with how its answer is read.
 *
 * @param subjects the numbers that are asked about
 * @param content writes what is asked
 * @param reader reads what is answered
 * @param shown the numbers whose data an answer holds
 */
record Question<T>(
        MagdaService service,
        List<String> subjects,
        Consumer<Branch> content,
        Function<Node, T> reader,
        Function<T, List<RegisterKey>> shown) {

    Question {
        subjects = List.copyOf(subjects);
    }

    /** A question whose answer holds nobody else's data. */
    static <T> Question<T> about(
            MagdaService service,
            String subject,
            Consumer<Branch> content,
            Function<Node, T> reader) {
        return new Question<>(service, List.of(subject), content, reader, answer -> List.of());
    }

    /** The numbers for the log: those asked about first, then those that the answer holds. */
    List<String> subjectsOf(Answer<T> answer) {
        Stream<String> held =
                answer instanceof Answer.Given<T> given
                        ? shown.apply(given.data()).stream().map(RegisterKey::written)
                        : Stream.of();
        return Stream.concat(subjects.stream(), held).distinct().toList();
    }
}
