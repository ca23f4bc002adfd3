// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.moving.internal.reading.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came, or would come, of a transfer. */
public record TransferPage(
        Transfer transfer,
        Map<Sheet, Map<Verdict, Integer>> counts,
        Optional<Verdict> shown,
        List<Line> lines,
        boolean more) {

    public TransferPage {
        lines = List.copyOf(lines);
    }

    public int count(Sheet sheet, Verdict verdict) {
        return counts.getOrDefault(sheet, Map.of()).getOrDefault(verdict, 0);
    }

    public int count(Verdict verdict) {
        return counts.values().stream().mapToInt(of -> of.getOrDefault(verdict, 0)).sum();
    }

    /** The sheets that came. */
    public List<Sheet> sheets() {
        return counts.keySet().stream().sorted().toList();
    }

    /** The verdicts that rows came to. */
    public List<Verdict> verdicts() {
        return List.of(Verdict.values()).stream().filter(verdict -> count(verdict) > 0).toList();
    }

    /** The key of the sentence that says where it stands. */
    public String says() {
        String key = "moving.says." + transfer.state().name();
        boolean lacking = transfer.state() == Transfer.State.DONE && count(Verdict.REFUSED) > 0;
        return lacking ? key + ".refused" : key;
    }

    public int lastSeq() {
        return lines.isEmpty() ? 0 : lines.getLast().seq();
    }

    /** The address of this page, with the same rows. */
    public String address() {
        return "/beheer/verhuizing/"
                + transfer.id()
                + shown.map(verdict -> "?uitkomst=" + verdict.name()).orElse("");
    }
}
