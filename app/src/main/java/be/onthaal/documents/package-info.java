// SPDX-License-Identifier: EUPL-1.2
/**
 * Documents: the pieces of a file (OSLO dossier:Stuk), from draft to final, in versions that never
 * change.
 *
 * <p>Owns documents, their versions and in which cases they are. Bytes lie with {@code files};
 * reading and checking them happens after the commit, reading in a process of its own since what
 * strangers send may be made to harm its reader.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "outbox",
            "outbox::spi",
            "files",
            "timeline",
            "organisation",
            "party",
            "cases",
            "cases::model",
            "cases::spi",
            "mail",
            "mail::reading",
            "records :: spi"
        })
package be.onthaal.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
