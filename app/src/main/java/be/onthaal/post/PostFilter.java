// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.UnitId;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.RegisterEntry.Direction;
import java.time.LocalDate;
import java.util.Optional;

/** Which entries of the register a list holds, and in which order. */
public record PostFilter(View view, Order order, Narrowing narrowing) {

    /** A list that people work from. */
    public enum View {
        /** What waits for the caller's units, or came to them in copy. */
        MINE,
        /** What waits and nobody in particular has. */
        TO_ASSIGN,
        /** What the caller himself has to handle. */
        ASSIGNED,
        /** What waits longer than its term. */
        OVERDUE,
        /** The whole register, in and out, handled and cancelled. */
        ALL
    }

    /** How the list goes. */
    public enum Order {
        NEWEST,
        OLDEST,
        DUE,
        SENDER
    }

    /** What is chosen of a view. */
    public record Narrowing(
            Optional<Direction> direction,
            Optional<PieceKind> kind,
            Optional<UnitId> unit,
            Optional<EmployeeId> handler,
            Days received) {

        public static final Narrowing NONE =
                new Narrowing(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Days(Optional.empty(), Optional.empty()));
    }

    /** The days between which a piece came in or left, both included. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {}

    /** All of a view, as it usually goes. */
    public static PostFilter of(View view) {
        return new PostFilter(
                view, view == View.OVERDUE ? Order.DUE : Order.NEWEST, Narrowing.NONE);
    }
}
