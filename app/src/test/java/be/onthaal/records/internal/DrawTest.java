// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.model.Retention;
import be.onthaal.records.DestructionList.Sample;
import be.onthaal.records.ListedCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    /** Reckoned with {@code printf '%s:%s' abc Z-2020-000001 | sha256sum} and the like. */
    @Test
    void anybodyCanDrawItAgainWithoutUs() {
        List<ListedCase> ten = IntStream.rangeClosed(1, 10).mapToObj(n -> listed("a", n)).toList();

        assertThat(Draw.kept(ten, new Sample(20, "abc")))
                .containsExactlyInAnyOrder("Z-2020-000003", "Z-2020-000008");
    }

    @Test
    void theOrderInWhichTheyStandDoesNotMatter() {
        List<ListedCase> many =
                new ArrayList<>(
                        IntStream.rangeClosed(1, 500).mapToObj(n -> listed("a", n)).toList());
        var sample = new Sample(7, "4fd1");
        Set<String> first = Draw.kept(many, sample);
        Collections.shuffle(many, new Random(1));

        assertThat(first).hasSize(35).isEqualTo(Draw.kept(many, sample));
        assertThat(Draw.kept(many, new Sample(7, "4fd2"))).isNotEqualTo(first);
    }

    @Test
    void ofEachTypeAndResultAtLeastOneStays() {
        List<ListedCase> two = List.of(listed("a", 1), listed("b", 2), listed("b", 3));

        assertThat(Draw.kept(two, new Sample(1, "x"))).hasSize(2).contains("Z-2020-000001");
        assertThat(Draw.kept(two, new Sample(100, "x"))).hasSize(3);
        assertThat(Draw.kept(List.of(), new Sample(100, "x"))).isEmpty();
    }

    private static ListedCase listed(String type, int number) {
        return new ListedCase(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                "Z-2020-%06d".formatted(number),
                new ListedCase.Kind(
                        type, type, new UnitId(UUID.randomUUID()), Confidentiality.OPEN),
                new ListedCase.Dates(DAY, DAY),
                new ListedCase.Rule("done", Retention.Action.SAMPLE, DAY),
                new ListedCase.Decision(
                        ListedCase.State.LISTED,
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        ""));
    }
}
