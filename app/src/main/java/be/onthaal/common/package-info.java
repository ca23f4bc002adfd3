// SPDX-License-Identifier: EUPL-1.2
/**
 * The kernel: the words every module shares and that need neither Spring nor a database.
 *
 * <p>Identifiers that check themselves and hide personal data in logs, the calendar of Belgian
 * working days and opening hours, terms, partial dates, public numbers, pages and counts, tokens
 * and digests, and the three ways in which Onthaal says no. Everything here is immutable, knows no
 * authority and no caller, and owns no table. It uses no other module; all others may use it.
 */
@NullMarked
package be.onthaal.common;

import org.jspecify.annotations.NullMarked;
