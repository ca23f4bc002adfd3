// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.decisions.DrawnModel;
import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.Duration;
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

    /** Takes a second or more for the number one, and nothing for another. */
    private static final String SLOW_FOR_ONE =
            "if getal = 1 then count(for i in 1..1000000 return 1) else 0";

    private static final Map<String, Value> SLOW = Map.of("getal", Value.of(1));
    private static final Map<String, Value> QUICK = Map.of("getal", Value.of(2));

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
        String text = sizes().formula(SLOW_FOR_ONE).xml();
        for (int time = 0; time < 3; time++) {
            assertThat(impatient.evaluate(version, () -> text, SLOW))
                    .isInstanceOf(Engine.Answer.TooLong.class);
        }
        assertThat(impatient.evaluate(version, () -> text, QUICK))
                .isInstanceOf(Engine.Answer.TooLong.class);
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
        var impatient = new Engine(Duration.ofMillis(20));
        UUID version = UUID.randomUUID();
        String good = sizes().xml();
        assertThat(engine.evaluate(good, List.of(QUICK)))
                .singleElement()
                .isInstanceOf(Engine.Answer.Done.class);
        for (int draft = 0; draft < 3; draft++) {
            String slow =
                    sizes().formula("count(for i in 1..3000000 return %d)".formatted(draft)).xml();
            assertThat(impatient.evaluate(slow, List.of(QUICK)))
                    .singleElement()
                    .isNotInstanceOf(Engine.Answer.Done.class);
        }
        assertThat(impatient.evaluate(version, () -> good, QUICK))
                .isNotInstanceOf(Engine.Answer.Busy.class);
    }

    @Test
    void aDraftThatWasTooSlowThreeTimesIsNotAskedAgain() {
        var impatient = new Engine(Duration.ofMillis(20));
        String slow = sizes().formula(SLOW_FOR_ONE).xml();
        for (int time = 0; time < 3; time++) {
            assertThat(impatient.evaluate(slow, List.of(SLOW)))
                    .singleElement()
                    .isInstanceOf(Engine.Answer.TooLong.class);
        }
        assertThat(impatient.evaluate(slow, List.of(QUICK)))
                .singleElement()
                .isInstanceOf(Engine.Answer.TooLong.class);
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
