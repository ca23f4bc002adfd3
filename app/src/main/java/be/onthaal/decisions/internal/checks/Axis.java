// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import be.onthaal.common.Message;
import be.onthaal.decisions.internal.checks.CellMeaning.Any;
import be.onthaal.decisions.internal.checks.CellMeaning.Between;
import be.onthaal.decisions.internal.checks.CellMeaning.Either;
import be.onthaal.decisions.internal.checks.CellMeaning.Not;
import be.onthaal.decisions.internal.checks.CellMeaning.Opaque;
import be.onthaal.decisions.internal.checks.CellMeaning.Same;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One column of a table, cut into pieces at every value that a cell names, so that each cell is a
 * set of whole pieces: the values themselves and, of what has an order, what lies between them.
 */
final class Axis {

    /** A value that is named, or all that lies after it and before the next. */
    private record Piece(Optional<Comparable<?>> value, boolean exactly, Kind kind) {

        private enum Kind {
            ORDERED,
            OTHER_TEXTS
        }
    }

    private static final Comparator<Comparable<?>> ORDER = Axis::compare;

    private final String label;
    private final List<Piece> pieces;

    private Axis(String label, List<Piece> pieces) {
        this.label = label;
        this.pieces = List.copyOf(pieces);
    }

    /** The axis of a column of this type, with the texts it may be where they are listed. */
    static Axis of(String label, String type, List<String> choices, List<CellMeaning> cells) {
        TreeSet<Comparable<?>> named = new TreeSet<>(ORDER);
        cells.forEach(cell -> collect(cell, named));
        named.addAll(choices);
        List<Piece> pieces = new ArrayList<>();
        if (type.equals("boolean") || named.stream().anyMatch(Boolean.class::isInstance)) {
            pieces.add(new Piece(Optional.of(true), true, Piece.Kind.ORDERED));
            pieces.add(new Piece(Optional.of(false), true, Piece.Kind.ORDERED));
        } else if (type.equals("number") || type.equals("date")) {
            pieces.add(new Piece(Optional.empty(), false, Piece.Kind.ORDERED));
            for (Comparable<?> value : named) {
                pieces.add(new Piece(Optional.of(value), true, Piece.Kind.ORDERED));
                pieces.add(new Piece(Optional.of(value), false, Piece.Kind.ORDERED));
            }
        } else {
            named.forEach(
                    value -> pieces.add(new Piece(Optional.of(value), true, Piece.Kind.ORDERED)));
            if (choices.isEmpty()) {
                pieces.add(new Piece(Optional.empty(), false, Piece.Kind.OTHER_TEXTS));
            }
        }
        return new Axis(label, pieces);
    }

    int size() {
        return pieces.size();
    }

    /** The pieces that a cell lets pass; nothing known of one that is opaque. */
    Optional<BitSet> pieces(CellMeaning cell) {
        return switch (cell) {
            case Any any -> Optional.of(all());
            case Opaque opaque -> Optional.empty();
            case Same same ->
                    Optional.of(where(piece -> piece.exactly() && is(piece, same.value())));
            case Between between -> Optional.of(where(piece -> within(piece, between)));
            case Not not ->
                    pieces(not.test())
                            .map(inner -> {
                                BitSet rest = all();
                                rest.andNot(inner);
                                return rest;
                            });
            case Either either -> {
                BitSet some = new BitSet();
                either.tests().forEach(test -> pieces(test).ifPresent(some::or));
                yield Optional.of(some);
            }
        };
    }

    /** A piece in words: "onderwerp is 'afval'". */
    Message words(int index) {
        Piece piece = pieces.get(index);
        if (piece.kind() == Piece.Kind.OTHER_TEXTS) {
            return Message.of("decisions.piece.other", label);
        }
        if (piece.value().isEmpty()) {
            return index + 1 < pieces.size()
                    ? Message.of("decisions.piece.below", label, value(index + 1))
                    : Message.of("decisions.piece.any", label);
        }
        if (piece.exactly()) {
            return Message.of("decisions.piece.is", label, value(index));
        }
        return index + 1 < pieces.size()
                ? Message.of("decisions.piece.between", label, value(index), value(index + 1))
                : Message.of("decisions.piece.above", label, value(index));
    }

    private String value(int index) {
        return pieces.get(index).value().map(String::valueOf).orElse("");
    }

    /** Everything. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, pieces.size());
        return all;
    }

    private BitSet where(java.util.function.Predicate<Piece> passes) {
        BitSet some = new BitSet();
        for (int i = 0; i < pieces.size(); i++) {
            some.set(i, passes.test(pieces.get(i)));
        }
        return some;
    }

    private static boolean is(Piece piece, Object value) {
        return piece.value().filter(value::equals).isPresent();
    }

    private static boolean within(Piece piece, Between between) {
        boolean after =
                between.from()
                        .map(from ->
                                piece.value()
                                        .map(value -> {
                                            int order = compare(value, from);
                                            return order > 0
                                                    || order == 0
                                                            && (between.fromWithin()
                                                                    || !piece.exactly());
                                        })
                                        .orElse(false))
                        .orElse(true);
        boolean before =
                between.until()
                        .map(until ->
                                piece.value()
                                        .map(value -> {
                                            int order = compare(value, until);
                                            return order < 0
                                                    || order == 0
                                                            && piece.exactly()
                                                            && between.untilWithin();
                                        })
                                        .orElse(true))
                        .orElse(true);
        return after && before && piece.kind() == Piece.Kind.ORDERED;
    }

    private static void collect(CellMeaning cell, TreeSet<Comparable<?>> named) {
        switch (cell) {
            case Same(Object value) when value instanceof Comparable<?> some -> named.add(some);
            case Same same -> {}
            case Between between -> {
                between.from().ifPresent(named::add);
                between.until().ifPresent(named::add);
            }
            case Not not -> collect(not.test(), named);
            case Either either -> either.tests().forEach(test -> collect(test, named));
            case Any any -> {}
            case Opaque opaque -> {}
        }
    }

    /** Values of one kind by their order; of several kinds, which is an error already, by name. */
    private static int compare(Comparable<?> one, Comparable<?> other) {
        if (one instanceof java.math.BigDecimal number
                && other instanceof java.math.BigDecimal another) {
            return number.compareTo(another);
        }
        if (one instanceof java.time.LocalDate date
                && other instanceof java.time.LocalDate another) {
            return date.compareTo(another);
        }
        return String.valueOf(one).compareTo(String.valueOf(other));
    }
}
