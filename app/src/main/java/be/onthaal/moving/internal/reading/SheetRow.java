// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

/** One row of a sheet, by the number that a spreadsheet shows beside it. */
public record SheetRow(Sheet sheet, long line, Cells cells) {}
