// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.Message;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.TermEnd;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
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
        Progress progress) {

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
     * @param revision the count of changes; whoever closes names the one he saw
     */
    public record Progress(
            String phase,
            CaseStatus status,
            Optional<Closing> closing,
            int revision,
            Changed changed) {}

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
        var next =
                new Progress(
                        progress.phase(),
                        progress.status(),
                        progress.closing(),
                        progress.revision() + 1,
                        change);
        return new CaseFile(id, number, matter, customer, now, intake, term, next);
    }

    /** The same step with somebody else as handler. */
    CaseFile at(Placement now) {
        return new CaseFile(id, number, matter, customer, now, intake, term, progress);
    }

    CaseFile timed(Term now, CaseStatus status, Changed change) {
        var next =
                new Progress(
                        progress.phase(),
                        status,
                        progress.closing(),
                        progress.revision() + 1,
                        change);
        return new CaseFile(id, number, matter, customer, placement, intake, now, next);
    }

    CaseFile progressed(CaseStatus status, Optional<Closing> closing, Changed change) {
        var next = new Progress(progress.phase(), status, closing, progress.revision() + 1, change);
        return new CaseFile(id, number, matter, customer, placement, intake, term, next);
    }
}
