// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.database.Rows.of;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.tables.records.CaseFileRecord;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.SelectField;

/** Reads rows as cases. */
final class CaseRows {

    /** What a list shows of a case: a third of what a case holds. */
    static final List<SelectField<?>> LINE =
            List.of(
                    CASE_FILE.ID,
                    CASE_FILE.NUMBER,
                    CASE_FILE.TYPE_NAME,
                    CASE_FILE.SUBJECT,
                    CASE_FILE.PARTY_ID,
                    CASE_FILE.PARTY_NAME,
                    CASE_FILE.UNIT_ID,
                    CASE_FILE.HANDLER_ID,
                    CASE_FILE.HANDLER_NAME,
                    CASE_FILE.OPENED_AT,
                    CASE_FILE.DUE_ON,
                    CASE_FILE.CLOSED_AT,
                    CASE_FILE.STATUS,
                    CASE_FILE.TYPE_ID,
                    CASE_FILE.PHASE,
                    CASE_FILE.CHANNEL,
                    CASE_FILE.CONFIDENTIALITY);

    private CaseRows() {}

    static CaseFile file(CaseFileRecord row) {
        return new CaseFile(
                new CaseId(row.getId()),
                number(row.getNumber()),
                new CaseFile.Matter(
                        row.getTypeId(),
                        row.getTypeCode(),
                        row.getTypeName(),
                        row.getSubject(),
                        row.getDescription(),
                        Confidentiality.of(row.getConfidentiality())),
                customer(row),
                placement(row),
                new CaseFile.Intake(
                        Channel.valueOf(row.getChannel()),
                        row.getOpenedAt(),
                        Optional.ofNullable(row.getOriginId())
                                .map(id -> new Origin(row.getOriginKind(), id))),
                new CaseFile.Term(
                        row.getStartsOn(),
                        row.getDueOn(),
                        Explanation.read(row.getDueWhy()),
                        row.getExtension(),
                        Optional.ofNullable(row.getDueGiven())),
                new CaseFile.Progress(
                        row.getPhase(),
                        Optional.ofNullable(row.getPhaseSince()).orElse(row.getOpenedAt()),
                        CaseStatus.valueOf(row.getStatus()),
                        closing(row),
                        row.getRevision(),
                        new CaseFile.Changed(row.getChangedAt(), row.getChangedBy())),
                FilledText.read(row.getFields(), row.getFieldWhys()));
    }

    /** Reads a case of which only {@link #LINE} was asked. */
    static CaseLine line(Record row) {
        return new CaseLine(
                new CaseId(of(row, CASE_FILE.ID)),
                number(of(row, CASE_FILE.NUMBER)),
                of(row, CASE_FILE.TYPE_NAME),
                of(row, CASE_FILE.SUBJECT),
                new CaseFile.Customer(
                        Optional.ofNullable(row.get(CASE_FILE.PARTY_ID)).map(PartyId::new),
                        of(row, CASE_FILE.PARTY_NAME)),
                new CaseFile.Placement(
                        new UnitId(of(row, CASE_FILE.UNIT_ID)),
                        Optional.ofNullable(row.get(CASE_FILE.HANDLER_ID)).map(EmployeeId::new),
                        of(row, CASE_FILE.HANDLER_NAME)),
                new CaseLine.Dates(
                        of(row, CASE_FILE.OPENED_AT),
                        of(row, CASE_FILE.DUE_ON),
                        Optional.ofNullable(row.get(CASE_FILE.CLOSED_AT))),
                CaseStatus.valueOf(of(row, CASE_FILE.STATUS)),
                new CaseLine.Traits(
                        of(row, CASE_FILE.TYPE_ID),
                        of(row, CASE_FILE.PHASE),
                        Channel.valueOf(of(row, CASE_FILE.CHANNEL)),
                        Confidentiality.of(of(row, CASE_FILE.CONFIDENTIALITY))));
    }

    private static PublicNumber number(String text) {
        return PublicNumber.parse(text).orElseThrow();
    }

    private static CaseFile.Customer customer(CaseFileRecord row) {
        return new CaseFile.Customer(
                Optional.ofNullable(row.getPartyId()).map(PartyId::new), row.getPartyName());
    }

    private static CaseFile.Placement placement(CaseFileRecord row) {
        return new CaseFile.Placement(
                new UnitId(row.getUnitId()),
                Optional.ofNullable(row.getHandlerId()).map(EmployeeId::new),
                row.getHandlerName());
    }

    private static Optional<CaseFile.Closing> closing(CaseFileRecord row) {
        return Optional.ofNullable(row.getClosedAt())
                .map(at ->
                        new CaseFile.Closing(
                                at,
                                row.getClosedBy(),
                                row.getResultCode(),
                                Retention.Action.valueOf(row.getRetentionAction()),
                                Optional.ofNullable(row.getRetentionUntil())));
    }
}
