// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that sources state of a customer, with what is believed of it: an authentic source before a
 * strong sign-in, the counter, a form and an import; the newest of those that count the same.
 */
public record Details(List<Detail> all) {

    /** Nothing is stated. */
    public static final Details NONE = new Details(List.of());

    private static final Comparator<Detail> BELIEVED_FIRST =
            Comparator.comparing(Detail::trust)
                    .thenComparing(Detail::statedAt, Comparator.reverseOrder());

    public Details {
        all = List.copyOf(all);
    }

    /** What is believed of a kind. */
    public Optional<Detail> of(Detail.Kind kind) {
        return all.stream()
                .filter(detail -> detail.kind() == kind && detail.isLive())
                .min(BELIEVED_FIRST);
    }

    /** What is believed of a kind, as it was written. */
    public Optional<String> value(Detail.Kind kind) {
        return of(kind).map(Detail::value);
    }

    /** What is believed, in the order in which a customer is described. */
    public List<Detail> believed() {
        Map<Detail.Kind, Detail> believed = new EnumMap<>(Detail.Kind.class);
        for (Detail.Kind kind : Detail.Kind.values()) {
            of(kind).ifPresent(detail -> believed.put(kind, detail));
        }
        return List.copyOf(believed.values());
    }

    /** What whoever helps him must know. */
    public List<Detail> indications() {
        return believed().stream().filter(detail -> detail.kind().isIndication()).toList();
    }

    /** What is stated and not believed, and what was so before; the newest first. */
    public List<Detail> history() {
        List<Detail> believed = believed();
        return all.stream()
                .filter(detail -> !believed.contains(detail))
                .sorted(Comparator.comparing(Detail::statedAt).reversed())
                .toList();
    }
}
