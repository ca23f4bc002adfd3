// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import be.onthaal.decisions.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Evaluates models within limits: so many at once, each for so long. Read models are kept, the ones
 * that were used last. Nothing of the engine is loaded before the first of them.
 */
@Component
public class Engine {

    /** How long one evaluation may take. */
    public static final Duration LONGEST = Duration.ofSeconds(2);

    /** Reading a model; the first time the engine itself is loaded too. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(20);

    private static final int AT_ONCE = 8;
    private static final int DRAFTS_AT_ONCE = 2;
    private static final int KEPT = 200;

    /** A machine that is busy may be slow once; a table that never ends is slow each time. */
    private static final int MOST_OVERRUNS = 3;

    private final Map<UUID, Compiled> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Compiled> eldest) {
                    return size() > KEPT;
                }
            };

    /** By version, and by what the text of a draft comes down to. */
    private final Map<UUID, Integer> overruns = new ConcurrentHashMap<>();

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Beside it, so that a draft that goes wrong takes no room from what decides. */
    private final Semaphore draftRoom = new Semaphore(DRAFTS_AT_ONCE);

    private final ExecutorService workers =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("decisions-", 0).daemon().factory());

    private final Duration longest;

    Engine() {
        this(LONGEST);
    }

    Engine(Duration longest) {
        this.longest = longest;
    }

    /** What came of asking the engine. */
    public sealed interface Answer {

        record Done(Evaluation evaluation) implements Answer {}

        /** The engine cannot read the model, and says why. */
        record Unreadable(List<String> errors) implements Answer {

            public Unreadable {
                errors = List.copyOf(errors);
            }
        }

        /** It took too long, now or several times before; then the version is asked no more. */
        record TooLong() implements Answer {}

        /** Too many evaluations at once. */
        record Busy() implements Answer {}
    }

    /** Evaluates a version that does not change, and remembers it as read. */
    public Answer evaluate(UUID version, Supplier<String> text, Map<String, Value> inputs) {
        if (isSlow(version)) {
            return new Answer.TooLong();
        }
        Answer answer =
                switch (compiled(version, text)) {
                    case Run.Ended<Compiled>(Compiled model) -> evaluate(room, model, inputs);
                    case Run.Broken<Compiled>(String why) -> new Answer.Unreadable(List.of(why));
                    case Run.Late<Compiled> late -> new Answer.TooLong();
                    case Run.Crowded<Compiled> crowded -> new Answer.Busy();
                };
        if (answer instanceof Answer.TooLong) {
            overruns.merge(version, 1, Integer::sum);
        }
        return answer;
    }

    /** Evaluates a text that may change, such as a draft; after one that is too slow no more. */
    public List<Answer> evaluate(String text, List<Map<String, Value>> inputs) {
        UUID draft = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        if (isSlow(draft)) {
            return inputs.stream().map(each -> (Answer) new Answer.TooLong()).toList();
        }
        List<Answer> answers =
                switch (within(draftRoom, LONGEST_READING, () -> Compiled.of(List.of(text)))) {
                    case Run.Ended<Compiled>(Compiled model) -> each(model, inputs);
                    case Run.Broken<Compiled>(String why) ->
                            inputs.stream()
                                    .map(each -> (Answer) new Answer.Unreadable(List.of(why)))
                                    .toList();
                    case Run.Late<Compiled> late ->
                            inputs.stream().map(each -> (Answer) new Answer.TooLong()).toList();
                    case Run.Crowded<Compiled> crowded ->
                            inputs.stream().map(each -> (Answer) new Answer.Busy()).toList();
                };
        if (answers.stream().anyMatch(Answer.TooLong.class::isInstance)) {
            overruns.merge(draft, 1, Integer::sum);
        }
        return answers;
    }

    /** What the engine has against a text. */
    public List<String> errors(String text) {
        Supplier<List<String>> reading = () -> Compiled.of(List.of(text)).errors();
        return switch (within(draftRoom, LONGEST_READING, reading)) {
            case Run.Ended<List<String>>(List<String> errors) -> errors;
            case Run.Broken<List<String>>(String why) -> List.of(why);
            case Run.Late<List<String>> late -> List.of("too long");
            case Run.Crowded<List<String>> crowded -> List.of("busy");
        };
    }

    /** Looks a model over, which also takes time; empty when it takes too much of it. */
    public <T> Optional<T> look(Supplier<T> work) {
        return within(draftRoom, LONGEST_READING, work) instanceof Run.Ended<T>(T with)
                ? Optional.of(with)
                : Optional.empty();
    }

    private boolean isSlow(UUID versionOrDraft) {
        return overruns.getOrDefault(versionOrDraft, 0) >= MOST_OVERRUNS;
    }

    private List<Answer> each(Compiled model, List<Map<String, Value>> inputs) {
        List<Answer> answers = new ArrayList<>();
        boolean slow = false;
        for (Map<String, Value> input : inputs) {
            Answer answer = slow ? new Answer.TooLong() : evaluate(draftRoom, model, input);
            slow = answer instanceof Answer.TooLong;
            answers.add(answer);
        }
        return answers;
    }

    private Answer evaluate(Semaphore where, Compiled model, Map<String, Value> inputs) {
        List<String> errors = model.errors();
        if (!errors.isEmpty()) {
            return new Answer.Unreadable(errors);
        }
        return switch (within(where, longest, () -> model.evaluate(inputs))) {
            case Run.Ended<Evaluation>(Evaluation evaluation) -> new Answer.Done(evaluation);
            case Run.Broken<Evaluation>(String why) -> new Answer.Unreadable(List.of(why));
            case Run.Late<Evaluation> late -> new Answer.TooLong();
            case Run.Crowded<Evaluation> crowded -> new Answer.Busy();
        };
    }

    private Run<Compiled> compiled(UUID version, Supplier<String> text) {
        synchronized (kept) {
            Compiled known = kept.get(version);
            if (known != null) {
                return new Run.Ended<>(known);
            }
        }
        String model = text.get();
        Run<Compiled> read = within(room, LONGEST_READING, () -> Compiled.of(List.of(model)));
        if (read instanceof Run.Ended<Compiled>(Compiled ended)) {
            synchronized (kept) {
                kept.put(version, ended);
            }
        }
        return read;
    }

    /** How work on a worker came to its end, or did not. */
    private sealed interface Run<T> {

        record Ended<T>(T with) implements Run<T> {}

        record Broken<T>(String why) implements Run<T> {}

        record Late<T>() implements Run<T> {}

        record Crowded<T>() implements Run<T> {}
    }

    /** A worker that overruns keeps its room until it ends by itself: nothing can stop a thread. */
    private <T> Run<T> within(Semaphore where, Duration limit, Supplier<T> work) {
        try {
            if (!where.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Run.Crowded<>();
            }
            return workers.submit(() -> run(where, work))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Run.Late<>();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Run.Crowded<>();
        } catch (ExecutionException failure) {
            return new Run.Broken<>(failure.getClass().getSimpleName());
        }
    }

    private <T> Run<T> run(Semaphore where, Supplier<T> work) {
        try {
            return new Run.Ended<>(work.get());
        } catch (RuntimeException | StackOverflowError failure) {
            return new Run.Broken<>(failure.getClass().getSimpleName());
        } finally {
            where.release();
        }
    }
}
