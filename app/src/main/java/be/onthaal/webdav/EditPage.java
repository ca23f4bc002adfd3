// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.util.UUID;

/**
 * A program is about to open a document.
 *
 * @param program what people call it
 * @param link what starts it
 * @param address where the document lies for it, to give by hand to a program that no link starts
 */
public record EditPage(UUID document, String title, String program, String link, String address) {}
