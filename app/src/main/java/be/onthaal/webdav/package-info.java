// SPDX-License-Identifier: EUPL-1.2
/**
 * Working on a document in Word or LibreOffice: the program opens it at an address of its own and
 * saves it back as a version (WebDAV class 2, RFC 4918).
 *
 * <p>Owns those addresses, the locks of programs, and what programs put beside a document for a
 * moment. Who may change a document and whether a colleague works on it is asked of {@code
 * documents} at each request.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "cases",
            "documents",
            "files",
            "notifications",
            "web"
        })
package be.onthaal.webdav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
