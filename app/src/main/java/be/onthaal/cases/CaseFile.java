// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.FieldValues;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Channel;
import be.onthaal.common.Message;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.TermEnd;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A case, from opening to result. */
public record CaseFile(
        CaseId id,
        PublicNumber number,
        Matter matter,
        Customer customer,
        Placement placement,
        Intake intake,
        Term term,
        Progress progress,
        Filled filled) {

    /** What it is about. */
    public record Matter(
            UUID typeId,
            String typeCode,
            String typeName,
            String subject,
            String description,
            Confidentiality confidentiality) {}

    /** For whom; without a customer the authority opened it for itself. */
    public record Customer(Optional<PartyId> party, String name) {

        public static final Customer NONE = new Customer(Optional.empty(), "");
    }

    /**
     * What is filled in about it.
     *
     * @param whys why a decision table filled in what it did, by code of the field
     */
    public record Filled(FieldValues values, Map<String, Message> whys) {

        public static final Filled NOTHING = new Filled(FieldValues.NONE, Map.of());

        public Filled {
            whys = Map.copyOf(whys);
        }
    }

    /** Who handles it. */
    public record Placement(UnitId unit, Optional<EmployeeId> handler, String handlerName) {}

    /** How it came to us. */
    public record Intake(Channel channel, Instant openedAt, Optional<Origin> origin) {}

    /**
     * Before when it must be done, and the sentence that says why.
     *
     * @param extension how much longer than its type says, in the unit of its type, or in days
     *     where its end was given
     * @param given the end that another system gave it, which counts instead of that of its type
     */
    public record Term(
            LocalDate startsOn,
            LocalDate dueOn,
            Message why,
            int extension,
            Optional<LocalDate> given) {

        Term(LocalDate startsOn, TermEnd end, int extension, Optional<LocalDate> given) {
            this(startsOn, end.due(), end.why(), extension, given);
        }

        boolean isExtended() {
            return extension > 0;
        }
    }

    /**
     * How far it is.
     *
     * @param since when its phase began
     * @param revision the count of changes; whoever closes names the one he saw
     */
    public record Progress(
            String phase,
            Instant since,
            CaseStatus status,
            Optional<Closing> closing,
            int revision,
            Changed changed) {

        /** One change further, in the same phase. */
        Progress next(CaseStatus now, Optional<Closing> end, Changed change) {
            return new Progress(phase, since, now, end, revision + 1, change);
        }
    }

    /** How it ended, and how long it is kept. */
    public record Closing(
            Instant at,
            String by,
            String resultCode,
            Retention.Action retention,
            Optional<LocalDate> keepUntil) {}

    /** The last change. */
    public record Changed(Instant at, String by) {}

    public boolean isClosed() {
        return progress.status() == CaseStatus.CLOSED;
    }

    CaseFile placed(Placement now, Changed change) {
        Progress next = progress.next(progress.status(), progress.closing(), change);
        return new CaseFile(id, number, matter, customer, now, intake, term, next, filled);
    }

    /** The same step with somebody else as handler. */
    CaseFile at(Placement now) {
        return new CaseFile(id, number, matter, customer, now, intake, term, progress, filled);
    }

    CaseFile timed(Term now, CaseStatus status, Changed change) {
        Progress next = progress.next(status, progress.closing(), change);
        return new CaseFile(id, number, matter, customer, placement, intake, now, next, filled);
    }

    CaseFile progressed(CaseStatus status, Optional<Closing> closing, Changed change) {
        Progress next = progress.next(status, closing, change);
        return new CaseFile(id, number, matter, customer, placement, intake, term, next, filled);
    }

    /** In another phase. */
    CaseFile gone(String phase, Changed change) {
        var next =
                new Progress(
                        phase,
                        change.at(),
                        progress.status(),
                        progress.closing(),
                        progress.revision() + 1,
                        change);
        return new CaseFile(id, number, matter, customer, placement, intake, term, next, filled);
    }

    /** With another version of its type, in a phase of that. */
    CaseFile following(CaseType type, Instant since, String phase, Filled now, Changed change) {
        var with =
                new Matter(
                        type.id(),
                        type.code(),
                        type.definition().name().nl(),
                        matter.subject(),
                        matter.description(),
                        matter.confidentiality());
        var next =
                new Progress(
                        phase,
                        since,
                        progress.status(),
                        progress.closing(),
                        progress.revision() + 1,
                        change);
        return new CaseFile(id, number, with, customer, placement, intake, term, next, now);
    }

    CaseFile filled(Filled now, Changed change) {
        Progress next = progress.next(progress.status(), progress.closing(), change);
        return new CaseFile(id, number, matter, customer, placement, intake, term, next, now);
    }
}
