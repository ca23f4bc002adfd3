// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseLine;
import be.onthaal.common.Brussels;
import be.onthaal.desk.Sheet.Cell;
import be.onthaal.web.Text;
import java.util.ArrayList;
import java.util.List;

/** A list of cases as a table: number and subject, and the columns that somebody chose. */
record CaseCells(List<CaseColumn> columns, Text text, Lists lists) {

    List<Cell> head() {
        List<Cell> head = new ArrayList<>();
        head.add(new Cell.Words(text.of("desk.case-number")));
        head.add(new Cell.Words(text.of("desk.subject")));
        columns.forEach(column -> head.add(new Cell.Words(text.of("CaseColumn." + column.name()))));
        return head;
    }

    List<Cell> row(CaseLine line) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Words(line.number().display()));
        row.add(new Cell.Words(line.subject()));
        columns.forEach(column -> row.add(cell(column, line)));
        return row;
    }

    private Cell cell(CaseColumn column, CaseLine line) {
        return switch (column) {
            case CUSTOMER -> new Cell.Words(line.customer().name());
            case TYPE -> new Cell.Words(line.typeName());
            case STATUS -> new Cell.Words(text.of("CaseStatus." + line.status().name()));
            case PHASE ->
                    new Cell.Words(
                            CasesPage.phaseName(
                                    lists.caseType(line.traits().typeId()), line, text.language()));
            case UNIT ->
                    new Cell.Words(lists.unitNames().getOrDefault(line.placement().unit(), ""));
            case HANDLER -> new Cell.Words(line.placement().handlerName());
            case TERM -> new Cell.Day(line.dates().dueOn());
            case OPENED -> new Cell.Day(Brussels.date(line.dates().openedAt()));
            case CLOSED ->
                    line.dates()
                            .closedAt()
                            .<Cell>map(at -> new Cell.Day(Brussels.date(at)))
                            .orElseGet(Cell.None::new);
            case CHANNEL -> new Cell.Words(text.of("Channel." + line.traits().channel().name()));
            case CONFIDENTIALITY ->
                    new Cell.Words(
                            text.of("Confidentiality." + line.traits().confidentiality().name()));
        };
    }
}
