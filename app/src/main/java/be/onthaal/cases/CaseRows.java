// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.internal.db.tables.records.CaseFileRecord;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.util.Optional;

/** Reads rows as cases. */
final class CaseRows {

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
                        row.getStartsOn(), row.getDueOn(), Explanation.read(row.getDueWhy())),
                new CaseFile.Progress(
                        row.getPhase(),
                        CaseStatus.valueOf(row.getStatus()),
                        closing(row),
                        row.getRevision(),
                        new CaseFile.Changed(row.getChangedAt(), row.getChangedBy())));
    }

    static CaseLine line(CaseFileRecord row) {
        return new CaseLine(
                new CaseId(row.getId()),
                number(row.getNumber()),
                row.getTypeName(),
                row.getSubject(),
                customer(row),
                placement(row),
                new CaseLine.Dates(
                        row.getOpenedAt(), row.getDueOn(), Optional.ofNullable(row.getClosedAt())),
                CaseStatus.valueOf(row.getStatus()));
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
