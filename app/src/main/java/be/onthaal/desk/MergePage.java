// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.overview.InWords;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.Merge;
import be.onthaal.party.MergePreview;
import be.onthaal.party.Party;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.web.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Two customers beside each other, with what would be believed of one made of both.
 *
 * @param counts how many open cases each of them has
 */
public record MergePage(MergePreview preview, Counts counts) {

    /** The number in another system is for that system. */
    private static final Set<Identifier.Scheme> SHOWN =
            EnumSet.complementOf(EnumSet.of(Identifier.Scheme.EXTERNAL));

    /** What comes together on one page. */
    public record Counts(int one, int other) {}

    /** One thing that is known of either. */
    public record Row(String label, String one, String other, boolean differs) {}

    /** How sure it is, in whole percents; never a round hundred. */
    public int percent() {
        return preview.explanation().map(why -> percent(why.pair().probability())).orElse(0);
    }

    static int percent(double probability) {
        return Math.clamp((int) Math.round(probability * 100), 1, 99);
    }

    /** Name, numbers, what is stated and how they are reached. */
    public List<Row> rows(Text text) {
        List<Row> rows = new ArrayList<>();
        add(rows, text.of("desk.name"), preview.one().name(), preview.other().name());
        for (Identifier.Scheme scheme : SHOWN) {
            add(
                    rows,
                    text.of("Scheme." + scheme.name()),
                    numbers(preview.one(), scheme),
                    numbers(preview.other(), scheme));
        }
        for (Detail.Kind kind : Detail.Kind.values()) {
            add(
                    rows,
                    text.of("Detail." + kind.name()),
                    stated(preview.one(), kind, text),
                    stated(preview.other(), kind, text));
        }
        for (ContactPoint.Kind kind : ContactPoint.Kind.values()) {
            add(
                    rows,
                    text.of("Kind." + kind.name()),
                    reached(preview.one(), kind),
                    reached(preview.other(), kind));
        }
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String label, String one, String other) {
        if (!one.isEmpty() || !other.isEmpty()) {
            rows.add(new Row(label, one, other, !one.equalsIgnoreCase(other)));
        }
    }

    private static String numbers(Party party, Identifier.Scheme scheme) {
        return String.join(
                ", ",
                party.identifiers().stream()
                        .filter(number -> number.scheme() == scheme)
                        .map(Identifier::display)
                        .toList());
    }

    private static String stated(Party party, Detail.Kind kind, Text text) {
        return party.details().of(kind).map(it -> InWords.of(it, text)).orElse("");
    }

    private static String reached(Party party, ContactPoint.Kind kind) {
        return String.join(
                ", ",
                party.contactPoints().stream()
                        .filter(point -> point.kind() == kind)
                        .map(ContactPoint::display)
                        .toList());
    }

    /**
     * A merge that was taken back, with what was done for the customer meanwhile.
     *
     * @param items what came while they were one, and can be given to either
     */
    public record TakenBack(
            Merge merge,
            Party kept,
            Party gone,
            List<CustomerItem> items,
            Days since,
            boolean edits) {

        public TakenBack {
            items = List.copyOf(items);
        }

        /** With whom it is kept now. */
        public String at(CustomerItem item) {
            return called(kept.members().contains(item.at()) ? kept : gone);
        }

        /** By name; who are called the same are told apart by how they are reached. */
        public String called(Party party) {
            return kept.name().equals(gone.name())
                    ? party.contactPoints().stream()
                            .findFirst()
                            .map(point -> party.name() + " (" + point.display() + ")")
                            .orElse(party.name())
                    : party.name();
        }
    }
}
