// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

/** The keys that work everywhere. */
public record ShortcutsPage() {}
