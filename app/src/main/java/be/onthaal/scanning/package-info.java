// SPDX-License-Identifier: EUPL-1.2
/**
 * Post on paper: stacks of scans that become separate, searchable, registered pieces.
 *
 * <p>Owns stacks, their sheets and the pieces that were split off. A file is kept before it is
 * read; each sheet and each piece is written in a commit of its own, so that a crash goes on where
 * it was. Files are drawn by the process that reads for {@code documents}; words are read by
 * Tesseract, without which everything but the text is there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "files",
            "search",
            "secrets",
            "jobs",
            "notifications",
            "organisation",
            "party",
            "cases",
            "post",
            "routing",
            "documents",
            "records :: spi",
            "web"
        })
package be.onthaal.scanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
