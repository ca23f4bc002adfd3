// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Channel;
import be.onthaal.post.Barcode;
import be.onthaal.post.Particulars;
import be.onthaal.post.PieceKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the register holds of a piece beside who, what and when.
 *
 * @param book the code of the register; the usual one when nothing is said
 * @param dated the day that stands on the piece
 * @param place where the paper lies
 * @param dueOn the last day to handle it; by the term of its kind when nothing is said
 * @param lateReason why it is registered late, asked when it came in longer ago
 */
record EntryDetailsBody(
        @Schema(example = "") Optional<String> book,
        Optional<PieceKind> kind,
        Optional<LocalDate> dated,
        Optional<String> theirReference,
        Optional<String> ourReference,
        Optional<Integer> annexes,
        Optional<String> place,
        @Schema(example = "RR123456785BE") Optional<String> barcode,
        Optional<LocalDate> dueOn,
        Optional<String> lateReason) {

    static final EntryDetailsBody NONE =
            new EntryDetailsBody(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    static EntryDetailsBody of(Particulars more) {
        return new EntryDetailsBody(
                Optional.of(more.book()),
                Optional.of(more.kind()),
                more.writing().dated(),
                Optional.of(more.writing().theirReference()),
                Optional.of(more.writing().ourReference()),
                Optional.of(more.writing().annexes()),
                Optional.of(more.paper().place()),
                more.paper().barcode().map(Barcode::value),
                more.care().dueOn(),
                Optional.of(more.care().lateReason()));
    }

    Particulars read(Channel channel) {
        return new Particulars(
                book.orElse(""),
                kind.orElseGet(() -> PieceKind.usual(channel)),
                new Particulars.Writing(
                        dated,
                        theirReference.orElse(""),
                        ourReference.orElse(""),
                        annexes.orElse(0)),
                new Particulars.Paper(place.orElse(""), barcode.map(Barcode::of), false),
                new Particulars.Care(
                        dueOn, Optional.empty(), Optional.empty(), lateReason.orElse(""), 0));
    }
}
