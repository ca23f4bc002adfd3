// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

/** The number of the incoming entry that an outgoing one answers. */
record EntryAnswersBody(String number) {}
