// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.documents.DocumentLocks;
import be.onthaal.documents.Documents;
import be.onthaal.documents.PagePictures;
import be.onthaal.mail.CaseAttachments;
import org.springframework.stereotype.Component;

/** What the pages of documents ask. */
@Component
record DocumentModules(
        Documents documents,
        DocumentLinks links,
        DocumentLocks locks,
        DocumentFiles files,
        PagePictures pictures,
        CaseAttachments attachments) {}
