// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.decisions.DrawnModel;
import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of the engine, on models that its checks would not let pass. */
class EngineTest {

    private final Engine engine = new Engine(Duration.ofSeconds(20));

    private static DrawnModel sizes() {
        return DrawnModel.table("maat")
                .input("getal", "number")
                .output("maat", "string")
                .row("< 10", "\"klein\"", "")
                .row("< 100", "\"middel\"", "")
                .row("-", "\"groot\"", "");
    }

    @Test
    void manyAtOnceEachGetTheirOwnRows() throws Exception {
        UUID version = UUID.randomUUID();
        String text = sizes().xml();
        List<Callable<Engine.Answer>> questions =
                IntStream.range(0, 200)
                        .<Callable<Engine.Answer>>mapToObj(number ->
                                () ->
                                        engine.evaluate(
                                                version,
                                                () -> text,
                                                Map.of("getal", Value.of(number))))
                        .toList();
        try (var callers = Executors.newFixedThreadPool(4)) {
            List<Future<Engine.Answer>> answers = callers.invokeAll(questions);
            for (int number = 0; number < 200; number++) {
                var done = (Engine.Answer.Done) answers.get(number).get();
                int row = number < 10 ? 1 : number < 100 ? 2 : 3;
                assertThat(done.evaluation().fired())
                        .singleElement()
                        .satisfies(rows -> assertThat(rows.rows()).containsExactly(row));
            }
        }
    }

    /** Its work ends by itself after some seconds, so that it does not stay in the way. */
    @Test
    void whatTakesTooLongIsNotWaitedForAndThenNotAsked() {
        UUID version = UUID.randomUUID();
        var impatient = new Engine(Duration.ofMillis(20));
        String text = sizes().formula("count(for i in 1..1000000 return 1)").xml();
        Map<String, Value> inputs = Map.of("getal", Value.of(1));
        for (int time = 0; time < 3; time++) {
            assertThat(impatient.evaluate(version, () -> text, inputs))
                    .isInstanceOf(Engine.Answer.TooLong.class);
        }
        Instant before = Instant.now();
        assertThat(impatient.evaluate(version, () -> text, inputs))
                .isInstanceOf(Engine.Answer.TooLong.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(200));
    }

    /** Also when nothing was checked before: flags of a pattern never become part of a query. */
    @Test
    void aPatternReadsNoFileOfTheServer() {
        String flags = "')[2], unparsed-text('file:///etc/hostname";
        for (String formula :
                List.of(
                        "replace(\"x\", \"x\", \"y\", \"%s\")".formatted(flags),
                        "replace(input: \"x\", pattern: \"x\", replacement: \"y\", flags: \"%s\")"
                                .formatted(flags),
                        "matches(\"x\", \"x\", \"%s\")".formatted(flags),
                        "(for f in [replace] return f(\"x\", \"x\", \"y\", \"%s\"))[1]"
                                .formatted(flags),
                        "number(\"1e999999999\")")) {
            assertThat(valueOf(formula)).as(formula).isEqualTo(Value.UNKNOWN);
        }
        String cell = "replace(\"x\", \"x\", \"y\", \"%s\")".formatted(flags);
        String condition = "matches(\"x\", \"x\", \"%s\") or true".formatted(flags);
        DrawnModel table =
                DrawnModel.table("maat")
                        .input("getal", "number")
                        .output("maat", "string")
                        .row(condition, cell, "");
        assertThat(valueIn(table.xml())).isEqualTo(Value.UNKNOWN);
        assertThat(valueOf("replace(\"BROOD\", \"o\", \"a\", \"i\")")).isEqualTo(Value.of("BRaaD"));
        assertThat(valueOf("matches(\"BROOD\", \"^b\", \"i\")")).isEqualTo(Value.of(true));
        assertThat(valueOf("number(\"1 000,50\", \" \", \",\")"))
                .isEqualTo(Value.of(new BigDecimal("1000.5")));
    }

    private Value valueOf(String formula) {
        return valueIn(sizes().formula(formula).xml());
    }

    private Value valueIn(String text) {
        return engine.evaluate(text, List.of(Map.of("getal", Value.of(1)))).getFirst()
                        instanceof Engine.Answer.Done(Evaluation evaluation)
                ? evaluation.value("maat")
                : Value.UNKNOWN;
    }

    @Test
    void draftsThatNeverEndTakeNoRoomFromWhatDecides() {
        var impatient = new Engine(Duration.ofMillis(500));
        UUID version = UUID.randomUUID();
        Map<String, Value> inputs = Map.of("getal", Value.of(1));
        String good = sizes().xml();
        assertThat(engine.evaluate(good, List.of(inputs)))
                .singleElement()
                .isInstanceOf(Engine.Answer.Done.class);
        for (int draft = 0; draft < 3; draft++) {
            String slow =
                    sizes().formula("count(for i in 1..3000000 return %d)".formatted(draft)).xml();
            assertThat(impatient.evaluate(slow, List.of(inputs)))
                    .singleElement()
                    .isNotInstanceOf(Engine.Answer.Done.class);
        }
        Instant before = Instant.now();
        assertThat(impatient.evaluate(version, () -> good, inputs))
                .isInstanceOf(Engine.Answer.Done.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aDraftThatWasTooSlowThreeTimesIsNotAskedAgain() {
        var impatient = new Engine(Duration.ofMillis(1));
        String slow = sizes().formula("count(for i in 1..300000 return i)").xml();
        List<Map<String, Value>> inputs = List.of(Map.of("getal", Value.of(1)));
        for (int time = 0; time < 3; time++) {
            assertThat(impatient.evaluate(slow, inputs))
                    .singleElement()
                    .isInstanceOf(Engine.Answer.TooLong.class);
        }
        Instant before = Instant.now();
        assertThat(impatient.evaluate(slow, inputs))
                .singleElement()
                .isInstanceOf(Engine.Answer.TooLong.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whatTheEngineFallsOverIsAnAnswerToo() {
        String deep = "(".repeat(900) + "1" + ")".repeat(900);
        for (String formula : List.of(deep, "foo(", "")) {
            assertThat(
                            engine.evaluate(
                                    sizes().formula(formula).xml(),
                                    List.of(Map.of("getal", Value.of(1)))))
                    .singleElement()
                    .isNotNull();
        }
        assertThat(engine.evaluate("<a/>", List.of(Map.of())))
                .singleElement()
                .isInstanceOf(Engine.Answer.Unreadable.class);
        assertThat(engine.errors("no xml")).isNotEmpty();
        assertThat(new FeelTexts(Map.of()).problemOf("(".repeat(999))).isPresent();
    }
}
