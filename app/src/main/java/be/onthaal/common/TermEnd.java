// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;

/** The last day of a term, and the sentence that tells the reader why it is that day. */
public record TermEnd(LocalDate due, Message why) {}
