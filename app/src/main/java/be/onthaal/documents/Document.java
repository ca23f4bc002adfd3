// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.AccountId;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A piece in a file (OSLO dossier:Stuk). Immutable. */
public record Document(
        DocumentId id,
        About about,
        Placement placement,
        Status status,
        Optional<DocumentId> annexOf,
        Optional<Lock> lock,
        Progress progress,
        Optional<Keeping> keeping) {

    /**
     * What it is.
     *
     * @param kind code of the sort of piece in the type of its case; free text has none
     * @param dated the day that stands on it
     * @param author who wrote it, as people know him
     * @param locale the language it is in
     */
    public record About(
            String title,
            Optional<String> kind,
            Direction direction,
            LocalDate dated,
            String author,
            String locale) {}

    /** Whether it came in, goes out or stays inside. */
    public enum Direction {
        INTERNAL,
        IN,
        OUT
    }

    /** Who sees it, besides by its cases. */
    public record Placement(UnitId unit, Confidentiality confidentiality) {}

    /** Whether it may still change; a final one gets no new version unless it is opened again. */
    public enum Status {
        DRAFT,
        FINAL
    }

    /** Somebody works on it: until then nobody else changes it. */
    public record Lock(AccountId holder, String name, Instant since, Instant until) {

        /** Whether it keeps this account from changing the document at this moment. */
        public boolean keepsOut(AccountId account, Instant now) {
            return now.isBefore(until) && !holder.equals(account);
        }
    }

    /**
     * How far it is.
     *
     * @param cases in how many cases it is, those that the reader does not see included
     * @param versions the number of its newest version
     * @param revision counts its changes, so that two people do not overwrite each other
     */
    public record Progress(
            int cases,
            int versions,
            int revision,
            Instant addedAt,
            String addedBy,
            Change changed) {}

    /** The last change. */
    public record Change(Instant at, String by) {}

    /** How long it is kept where its kind says otherwise than its case (Bestuursdecreet 2018). */
    public record Keeping(Retention.Action action, Optional<LocalDate> until) {}

    public boolean isFinal() {
        return status == Status.FINAL;
    }
}
