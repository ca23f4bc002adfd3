// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** What is to be written down in a case. */
record NoteBody(String text) {}
