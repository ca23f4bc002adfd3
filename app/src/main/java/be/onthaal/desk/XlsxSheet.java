// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.Formula;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Office Open XML (ECMA-376) with one sheet. Words are text to it and never reckoned; they are made
 * harmless all the same, because such a sheet is often saved again as comma separated values.
 */
final class XlsxSheet implements Sheet {

    private static final int AT_ONCE = 500;

    /** What a cell may hold. */
    private static final int LONGEST = 32_767;

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    XlsxSheet(OutputStream out, String name) {
        this.book = new Workbook(out, "Onthaal", "1.0");
        this.sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        rows++;
        if (rows % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Words(var text) -> sheet.inlineString(rows, column, storable(text));
            case Cell.Day(var date) -> {
                sheet.value(rows, column, date);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            case Cell.None() -> {}
        }
    }

    /** XML has no place for most control characters. */
    private static String storable(String text) {
        var kept = new StringBuilder();
        Formula.defused(text)
                .codePoints()
                .map(one -> Character.isISOControl(one) && one != '\n' && one != '\t' ? ' ' : one)
                .map(one -> one == 0xFFFE || one == 0xFFFF ? ' ' : one)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        return kept.length() > LONGEST ? kept.substring(0, LONGEST - 1) : kept.toString();
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
