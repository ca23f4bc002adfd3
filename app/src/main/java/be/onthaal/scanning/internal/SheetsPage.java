// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

/** The form of the sheets that one prints. */
public record SheetsPage(TrayPage.Choices choices) {}
