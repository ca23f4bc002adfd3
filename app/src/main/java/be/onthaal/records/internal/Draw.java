// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.model.Retention;
import be.onthaal.common.Digest;
import be.onthaal.records.DestructionList.Sample;
import be.onthaal.records.ListedCase;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the sample that is kept: pure, so that anybody can draw it again from seed and numbers. */
public final class Draw {

    private Draw() {}

    /** The numbers that are kept: of each type and result at least one. */
    public static Set<String> kept(List<ListedCase> listed, Sample sample) {
        Map<String, List<ListedCase>> series =
                listed.stream()
                        .filter(one -> one.rule().action() == Retention.Action.SAMPLE)
                        .collect(
                                Collectors.groupingBy(one ->
                                        one.kind().typeCode() + " " + one.rule().resultCode()));
        Set<String> kept = new HashSet<>();
        series.values().forEach(cases -> kept.addAll(of(cases, sample)));
        return kept;
    }

    private static List<String> of(List<ListedCase> cases, Sample sample) {
        int many = Math.ceilDiv(cases.size() * sample.percent(), 100);
        return cases.stream()
                .map(ListedCase::number)
                .sorted(Comparator.comparing(number -> place(sample, number)))
                .limit(many)
                .toList();
    }

    /** As {@code printf '%s:%s' seed number | sha256sum} says it. */
    private static String place(Sample sample, String number) {
        return Digest.of(sample.seed() + ":" + number).hex();
    }
}
