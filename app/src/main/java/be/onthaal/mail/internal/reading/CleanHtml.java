// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/** HTML that may be shown, with the number of remote pictures that were taken out of it. */
public record CleanHtml(String html, int removedPictures) {}
