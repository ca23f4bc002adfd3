// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.common.Channel;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the register holds of a piece beside who, what and when.
 *
 * @param book the code of the register it stands in; empty for the usual one
 */
public record Particulars(String book, PieceKind kind, Writing writing, Paper paper, Care care) {

    /** What the piece says of itself. */
    public record Writing(
            Optional<LocalDate> dated, String theirReference, String ourReference, int annexes) {

        static final Writing NONE = new Writing(Optional.empty(), "", "", 0);
    }

    /**
     * The paper.
     *
     * @param place where it lies
     * @param unopened a confidential envelope that only its unit opens
     */
    public record Paper(String place, Optional<Barcode> barcode, boolean unopened) {

        static final Paper NONE = new Paper("", Optional.empty(), false);
    }

    /**
     * How it is handled.
     *
     * @param dueOn the last day of its term
     * @param likely a customer who is likely the correspondent, as long as nobody is sure
     * @param lateReason why it was registered late
     * @param revision how often it was corrected
     */
    public record Care(
            Optional<LocalDate> dueOn,
            Optional<EmployeeId> handler,
            Optional<PartyId> likely,
            String lateReason,
            int revision) {

        static final Care NONE =
                new Care(Optional.empty(), Optional.empty(), Optional.empty(), "", 0);

        Care dueOn(Optional<LocalDate> day) {
            return new Care(day, handler, likely, lateReason, revision);
        }

        /** The correspondent is known now. */
        Care certain() {
            return new Care(dueOn, handler, Optional.empty(), lateReason, revision + 1);
        }

        /** Whoever has before him what it said until now, may not write that back. */
        Care revised() {
            return new Care(dueOn, handler, likely, lateReason, revision + 1);
        }

        Care handledBy(Optional<EmployeeId> employee) {
            return new Care(dueOn, employee, likely, lateReason, revision);
        }
    }

    /** Of a piece that came by itself, of which nobody wrote down more. */
    public static Particulars usual(Channel channel) {
        return new Particulars("", PieceKind.usual(channel), Writing.NONE, Paper.NONE, Care.NONE);
    }

    /** An envelope that nobody opened is at least confidential. */
    Confidentiality atLeast(Confidentiality asked) {
        return paper.unopened() && asked.compareTo(Confidentiality.CONFIDENTIAL) < 0
                ? Confidentiality.CONFIDENTIAL
                : asked;
    }

    Particulars with(Care other) {
        return new Particulars(book, kind, writing, paper, other);
    }
}
