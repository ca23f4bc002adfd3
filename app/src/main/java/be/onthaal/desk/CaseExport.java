// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Worklists;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.party.PartyId;
import be.onthaal.web.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a list of cases along as a table. It is written to a file first, so that a slow line keeps
 * no transaction open, row by row, and logged with each customer on it.
 */
@Service
class CaseExport {

    /** Whoever needs more asks for less at a time, or for a transfer. */
    static final int MOST = 10_000;

    private static final int CUSTOMERS_IN_A_LINE = 1_000;

    private final Worklists worklists;
    private final CasesDesk desk;
    private final ListChoices looks;
    private final Lists lists;
    private final Consultations consultations;
    private final Audit audit;
    private final Parts parts;

    CaseExport(
            Worklists worklists,
            CasesDesk desk,
            ListChoices looks,
            Lists lists,
            Consultations consultations,
            Audit audit,
            Parts parts) {
        this.worklists = worklists;
        this.desk = desk;
        this.looks = looks;
        this.lists = lists;
        this.consultations = consultations;
        this.audit = audit;
        this.parts = parts;
    }

    /** Writes what a query asks, in the columns that the caller chose. */
    @Transactional
    void write(CaseQuery query, Sheet.Form form, Text text, Path file) {
        CaseFilter filter = desk.asked(query).filter();
        List<CaseColumn> columns =
                parts.answer(looks.of(ViewPages.CASES))
                        .columns()
                        .orElseGet(() -> CaseColumn.usual(filter.view()));
        var cells = new CaseCells(columns, text, lists);
        Set<PartyId> shown = new LinkedHashSet<>();
        long rows = write(filter, form, cells, file, shown);
        if (rows > MOST) {
            throw new Refused("desk.export-too-long", MOST);
        }
        List<PartyId> customers = new ArrayList<>(shown);
        for (int from = 0; from < customers.size(); from += CUSTOMERS_IN_A_LINE) {
            int end = Math.min(customers.size(), from + CUSTOMERS_IN_A_LINE);
            consultations.list("desk.cases-exported", customers.subList(from, end));
        }
        var subject = AuditEvent.Subject.of("LIST", Callers.current().authority().value());
        audit.record(
                AuditEvent.of("desk.cases-exported", subject)
                        .with("rows", String.valueOf(rows))
                        .with("form", form.name()));
    }

    private long write(
            CaseFilter filter, Sheet.Form form, CaseCells cells, Path file, Set<PartyId> shown) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Sheet sheet = form.begin(out, cells.text().of("desk.cases"))) {
            sheet.row(cells.head());
            return worklists.each(filter, MOST + 1, line -> add(sheet, cells, line, shown));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(Sheet sheet, CaseCells cells, CaseLine line, Set<PartyId> shown) {
        try {
            sheet.row(cells.row(line));
            line.customer().party().ifPresent(shown::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
