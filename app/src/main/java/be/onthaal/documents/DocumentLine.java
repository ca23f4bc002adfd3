// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

/** A document in a list, with its newest version. */
public record DocumentLine(Document document, DocumentVersion version) {}
