// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Digest;
import be.onthaal.documents.DocumentId;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.PieceKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One piece of post that was split off from a stack.
 *
 * @param stack the stack it came from
 * @param firstSheet where in the stack it begins, from 1
 * @param reason the code of what is wrong with it; empty when nothing is
 * @param revision counts its changes, so that two people do not overwrite each other
 * @param file the searchable document, once it is made
 * @param entry what it became in the register
 */
public record ScannedPiece(
        UUID id,
        UUID stack,
        int firstSheet,
        State state,
        String reason,
        Placement placement,
        Proposal proposal,
        String text,
        int pages,
        int revision,
        Optional<Made> file,
        Optional<EntryId> entry,
        Optional<DocumentId> document) {

    /** Where it stands. */
    public enum State {
        MAKING,
        WAITING,
        REGISTERED,
        JOINED,
        DISCARDED
    }

    /**
     * For whom it is.
     *
     * @param covered whether a cover sheet says so
     * @param unopened an envelope that only its unit opens
     * @param caseNumber the case that the cover sheet names; empty for none
     */
    public record Placement(
            UnitId unit,
            Confidentiality confidentiality,
            boolean covered,
            boolean unopened,
            PieceKind kind,
            String caseNumber) {}

    /**
     * What the text says of it, for somebody to confirm.
     *
     * @param sender the name as it is written
     * @param party the customer it likely is
     * @param why the sentence of what decided on the unit; empty when nothing did
     */
    public record Proposal(
            String sender,
            Optional<PartyId> party,
            String subject,
            String reference,
            Optional<LocalDate> dated,
            String why) {

        public static final Proposal NONE =
                new Proposal("", Optional.empty(), "", "", Optional.empty(), "");
    }

    /** The document as it was made, and its first page as a picture. */
    public record Made(Digest pdf, long size, Optional<Digest> picture) {}

    /** Whether somebody can do something with it now. */
    public boolean waits() {
        return state == State.WAITING;
    }

    /** Whether nobody has said yet what becomes of it. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.MAKING;
    }
}
