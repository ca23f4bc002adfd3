// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

/**
 * A page that says what happened, what was kept and what to do.
 *
 * @param code to read aloud when asking for help
 */
public record ErrorPage(String title, String happened, String kept, String todo, String code) {}
