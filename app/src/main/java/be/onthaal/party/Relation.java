// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who somebody is to a customer (org:Membership): one fact, read from the side of the customer.
 *
 * @param side where the other stands in it
 * @param other the other, by the profile he is read as now
 */
public record Relation(
        RelationId id, Kind kind, Side side, PartySummary other, Terms terms, History history) {

    /** What runs from the one to the other. */
    public enum Kind {
        /** They live together. */
        HOUSEHOLD(Optional.of(Party.Kind.PERSON), Optional.of(Party.Kind.PERSON)),
        /** A parent, of a child. */
        PARENT(Optional.of(Party.Kind.PERSON), Optional.of(Party.Kind.PERSON)),
        /** A guardian or administrator, of whoever he decides for or with (oud BW art. 492/1). */
        GUARDIAN(Optional.empty(), Optional.of(Party.Kind.PERSON)),
        /** Whoever may act, for whom he may act (oud BW art. 1984). */
        MANDATE(Optional.empty(), Optional.empty()),
        /** Whom to speak with, of an organisation. */
        CONTACT_PERSON(Optional.of(Party.Kind.PERSON), Optional.of(Party.Kind.ORGANISATION));

        private final Optional<Party.Kind> from;
        private final Optional<Party.Kind> to;

        Kind(Optional<Party.Kind> from, Optional<Party.Kind> to) {
            this.from = from;
            this.to = to;
        }

        /** What stands on a side of it; either sort where nothing is said. */
        public Optional<Party.Kind> of(Side side) {
            return side == Side.FROM ? from : to;
        }

        /** Whether somebody acts for another: that is believed on proof only. */
        public boolean represents() {
            return this == GUARDIAN || this == MANDATE;
        }

        /** Whether it is the same from both sides. */
        public boolean isMutual() {
            return this == HOUSEHOLD;
        }

        /** Whether it makes a file that of somebody's own. */
        public boolean isNear() {
            return this == HOUSEHOLD || this == PARENT;
        }

        boolean allows(Party.Kind first, Party.Kind second) {
            return from.filter(kind -> kind != first).isEmpty()
                    && to.filter(kind -> kind != second).isEmpty();
        }
    }

    /** An end of a relation: from whom it runs, or to whom. */
    public enum Side {
        FROM,
        TO
    }

    /**
     * What was agreed or found.
     *
     * @param role the function of a contact person, in words
     * @param proof where to see that it is so
     * @param until the last day that it holds
     */
    public record Terms(
            String role, String proof, Optional<LocalDate> since, Optional<LocalDate> until) {

        /** Nothing but the relation itself. */
        public static final Terms NONE = new Terms("", "", Optional.empty(), Optional.empty());
    }

    /** Where we know it from, who wrote it down, and who ended it. */
    public record History(String source, By stated, Optional<By> ended) {

        /** Whether an authentic source says so: that is asked again, and not ended by hand. */
        public boolean fromRegister() {
            return Trust.of(source) == Trust.REGISTER;
        }
    }

    /** Who did something, and when. */
    public record By(String name, Instant at) {}

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return history.ended().isEmpty()
                && terms.since().filter(day::isBefore).isEmpty()
                && terms.until().filter(day::isAfter).isEmpty();
    }

    /** Whether the other acts for the customer: whoever helps him must know. */
    public boolean actsForHim() {
        return kind.represents() && side == Side.FROM;
    }
}
