// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.cases.model.Flow.Begun;
import be.onthaal.cases.model.Flow.Begun.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {

    private final CaseTypeDefinition event = type("event");

    @Test
    void tasksSideBySideStartTogetherAndTheNextWhenBothAreDone() {
        FieldValues many = fields(Map.of("visitors", "1200", "outdoors", "no"));

        assertThat(codes(flow("advice", many).starting())).containsExactly("police", "fire");
        assertThat(codes(flow("advice", many, done("police"), open("fire")).starting())).isEmpty();
        assertThat(codes(flow("advice", many, done("police"), done("fire")).starting()))
                .containsExactly("safety");
    }

    @Test
    void whatIsNotNeededIsNotWaitedFor() {
        FieldValues few = fields(Map.of("visitors", "80", "outdoors", "no"));

        assertThat(codes(flow("advice", few).toDo())).containsExactly("police");
        assertThat(flow("advice", few, done("police")).toDo()).isEmpty();
    }

    @Test
    void aTaskThatIsNoLongerNeededIsSuperfluousAndComesBackWhenItIs() {
        FieldValues inside = fields(Map.of("visitors", "80", "outdoors", "no"));
        FieldValues outside = fields(Map.of("visitors", "80", "outdoors", "yes"));

        assertThat(flow("advice", inside, open("green")).superfluous()).containsExactly("green");
        assertThat(codes(flow("advice", outside, new Begun("green", State.DROPPED)).starting()))
                .contains("green");
    }

    @Test
    void fieldsAreAskedOnlyWhereTheyMatter() {
        assertThat(flow("intake", FieldValues.NONE).asked())
                .extracting(FieldDefinition::code)
                .doesNotContain("noise");
        assertThat(flow("intake", fields(Map.of("music", "yes"))).asked())
                .extracting(FieldDefinition::code)
                .contains("noise");
        assertThat(flow("intake", fields(Map.of("title", "Kermis"))).toFill())
                .extracting(FieldDefinition::code)
                .containsExactly("place", "from", "visitors");
    }

    @Test
    void resultsFitTheDecision() {
        assertThat(flow("decision", fields(Map.of("event-approved", "no"))).results())
                .extracting(Result::code)
                .containsExactly("refused", "cancelled-by-organiser", "withdrawn");
    }

    /** Whatever is filled in and in whatever order tasks are done, every phase comes to its end. */
    @Test
    void noCaseOfATypeThatShipsIsEverStuckOnItsTasks() {
        var chance = new Random(20261123);
        for (String code : List.of("complaint", "event", "subsidy", "living-wage", "report")) {
            CaseTypeDefinition type = type(code);
            for (int i = 0; i < 400; i++) {
                Phase phase = type.phases().get(chance.nextInt(type.phases().size()));
                FieldValues values = anything(type, chance);
                walk(type, phase, values, chance);
            }
        }
    }

    private static void walk(
            CaseTypeDefinition type, Phase phase, FieldValues values, Random chance) {
        List<Begun> begun = new ArrayList<>();
        Set<String> finished = new HashSet<>();
        for (int step = 0; step < 50; step++) {
            var flow = new Flow(type, phase, values, begun);
            flow.starting().forEach(task -> begun.add(open(task.code())));
            List<Begun> open = begun.stream().filter(task -> task.state() == State.OPEN).toList();
            assertThat(open.isEmpty()).isEqualTo(flow.toDo().isEmpty());
            if (open.isEmpty()) {
                return;
            }
            Begun next = open.get(chance.nextInt(open.size()));
            TaskDefinition task = type.task(next.code()).orElseThrow();
            assertThat(finished)
                    .containsAll(
                            task.after().stream()
                                    .filter(before -> needed(type, phase, values, before))
                                    .toList());
            begun.remove(next);
            begun.add(done(next.code()));
            finished.add(next.code());
        }
        throw new AssertionError("Never done: " + phase.code());
    }

    private static boolean needed(
            CaseTypeDefinition type, Phase phase, FieldValues values, String code) {
        return type.task(code).orElseThrow().when().stream()
                .allMatch(condition ->
                        condition.holds(
                                values, type.field(condition.field()).orElseThrow().kind()));
    }

    private static FieldValues anything(CaseTypeDefinition type, Random chance) {
        FieldValues values = FieldValues.NONE;
        for (FieldDefinition field : type.fields()) {
            List<String> filled =
                    switch (field.kind()) {
                        case YES_NO -> List.of(chance.nextBoolean() ? "yes" : "no");
                        case NUMBER, MONEY -> List.of(String.valueOf(chance.nextInt(3_000)));
                        case CHOICE, CHOICES ->
                                List.of(
                                        field.choices()
                                                .get(chance.nextInt(field.choices().size()))
                                                .code());
                        default -> List.<String>of();
                    };
            values = chance.nextInt(4) == 0 ? values : values.with(field.code(), filled);
        }
        return values;
    }

    private Flow flow(String phase, FieldValues values, Begun... begun) {
        return new Flow(event, event.phase(phase).orElseThrow(), values, List.of(begun));
    }

    private static FieldValues fields(Map<String, String> values) {
        FieldValues all = FieldValues.NONE;
        for (Map.Entry<String, String> value : values.entrySet()) {
            all = all.with(value.getKey(), List.of(value.getValue()));
        }
        return all;
    }

    private static List<String> codes(List<TaskDefinition> tasks) {
        return tasks.stream().map(TaskDefinition::code).toList();
    }

    private static Begun open(String code) {
        return new Begun(code, State.OPEN);
    }

    private static Begun done(String code) {
        return new Begun(code, State.DONE);
    }

    private static CaseTypeDefinition type(String code) {
        return DefinitionText.file(StandardTypesTest.text(code), name -> Optional.empty())
                .definition();
    }
}
