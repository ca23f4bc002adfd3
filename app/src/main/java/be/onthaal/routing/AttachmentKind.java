// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

/** What a mail must have with it; pictures inside its text do not count. */
public enum AttachmentKind {
    NONE,
    ANY,
    PDF,
    PICTURE,
    OFFICE;

    /** Whether every mail with the other has this too. */
    boolean holds(AttachmentKind other) {
        return this == other || (this == ANY && other != NONE);
    }
}
