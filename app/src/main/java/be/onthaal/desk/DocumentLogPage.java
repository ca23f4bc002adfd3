// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.LogLine;
import be.onthaal.common.Page;
import be.onthaal.documents.DocumentId;

/** Who saw and did what with a document. */
public record DocumentLogPage(DocumentId id, Page<LogLine> lines) {}
