// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.OfficeKind;
import java.util.Locale;

/** The programs in which people work on documents. */
enum Program {
    MICROSOFT,
    LIBREOFFICE;

    /** What people call it. */
    String called(OfficeKind kind) {
        return this == LIBREOFFICE ? "LibreOffice" : kind.microsoft();
    }

    /** What a browser starts it with: open this for editing. */
    String opens(OfficeKind kind, String address) {
        String scheme =
                this == LIBREOFFICE
                        ? "vnd.libreoffice.command"
                        : "ms-" + kind.microsoft().toLowerCase(Locale.ROOT);
        return scheme + ":ofe|u|" + address;
    }
}
