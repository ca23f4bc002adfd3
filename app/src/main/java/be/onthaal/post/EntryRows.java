// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static be.onthaal.post.internal.db.Tables.ENTRY;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import be.onthaal.post.internal.db.tables.records.EntryRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** An entry as a row. */
final class EntryRows {

    private EntryRows() {}

    /** The particulars as columns. */
    static Map<Field<?>, @Nullable Object> written(RegisterEntry entry) {
        Particulars more = entry.particulars();
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(ENTRY.KIND, more.kind().name());
        columns.put(ENTRY.DATED, more.writing().dated().orElse(null));
        columns.put(ENTRY.THEIR_REFERENCE, more.writing().theirReference());
        columns.put(ENTRY.OUR_REFERENCE, more.writing().ourReference());
        columns.put(ENTRY.ANNEXES, more.writing().annexes());
        columns.put(ENTRY.PLACE, more.paper().place());
        columns.put(ENTRY.BARCODE, more.paper().barcode().map(Barcode::value).orElse(null));
        columns.put(ENTRY.UNOPENED, more.paper().unopened());
        columns.put(ENTRY.LATE_REASON, more.care().lateReason());
        columns.put(ENTRY.DUE_ON, more.care().dueOn().orElse(null));
        columns.put(ENTRY.HANDLER_ID, more.care().handler().map(EmployeeId::value).orElse(null));
        columns.put(ENTRY.LIKELY_ID, more.care().likely().map(PartyId::value).orElse(null));
        columns.put(ENTRY.REVISION, more.care().revision());
        return columns;
    }

    private static Particulars particulars(EntryRecord row) {
        return new Particulars(
                row.getBook(),
                PieceKind.valueOf(row.getKind()),
                new Particulars.Writing(
                        Optional.<LocalDate>ofNullable(row.getDated()),
                        row.getTheirReference(),
                        row.getOurReference(),
                        row.getAnnexes()),
                new Particulars.Paper(
                        row.getPlace(),
                        Optional.<String>ofNullable(row.getBarcode()).map(Barcode::new),
                        row.getUnopened()),
                new Particulars.Care(
                        Optional.<LocalDate>ofNullable(row.getDueOn()),
                        Optional.<UUID>ofNullable(row.getHandlerId()).map(EmployeeId::new),
                        Optional.<UUID>ofNullable(row.getLikelyId()).map(PartyId::new),
                        row.getLateReason(),
                        row.getRevision()));
    }

    static RegisterEntry read(EntryRecord row) {
        var direction = RegisterEntry.Direction.valueOf(row.getDirection());
        return new RegisterEntry(
                new EntryId(row.getId()),
                direction,
                new PublicNumber(
                        direction.prefix() + row.getBook(), row.getYear(), row.getSequence()),
                piece(row),
                new RegisterEntry.Filing(
                        row.getRegisteredAt(),
                        row.getRegisteredBy(),
                        new UnitId(row.getUnitId()),
                        Confidentiality.of(row.getConfidentiality()),
                        Optional.ofNullable(row.getSourceId())
                                .map(id -> new Source(row.getSourceKind(), id))),
                new RegisterEntry.Handling(
                        RegisterEntry.EntryState.valueOf(row.getState()),
                        Optional.ofNullable(row.getHandledAt()),
                        Optional.ofNullable(row.getHandledBy()),
                        Optional.ofNullable(row.getOutcome())),
                Optional.ofNullable(row.getCaseId())
                        .map(id -> new CaseLink(id, row.getCaseNumber())),
                Optional.ofNullable(row.getAnswersId()).map(EntryId::new),
                particulars(row));
    }

    static Piece piece(EntryRecord row) {
        return new Piece(
                Channel.valueOf(row.getChannel()),
                row.getReceivedOn(),
                row.getSubject(),
                row.getCorrespondent(),
                Optional.ofNullable(row.getPartyId()).map(PartyId::new));
    }
}
