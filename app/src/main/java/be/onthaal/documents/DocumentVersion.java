// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.Digest;
import java.time.Instant;
import java.util.Optional;

/** The bytes of a document at a moment, with what was found in them. Immutable. */
public record DocumentVersion(
        VersionId id, int number, FileFacts file, Added added, Check check, Reading reading) {

    /**
     * The file.
     *
     * @param type what it is by its content, whatever its name says
     */
    public record FileFacts(String name, String type, long size, Digest digest) {}

    /** Who brought it, when and why. */
    public record Added(String by, Instant at, String why) {}

    /** What the virus check says. */
    public record Check(CheckState state, String finding, Optional<Instant> at) {}

    /** How far the virus check is. */
    public enum CheckState {
        WAITING,
        CLEAN,
        INFECTED,
        /** There is no virus check here. */
        OFF
    }

    /**
     * What could be read of it.
     *
     * @param reason the code of why not, when it could not be read
     * @param picture the first page as a picture, if there is one
     */
    public record Reading(
            ReadingState state, String reason, int pages, boolean text, Optional<Digest> picture) {}

    /** How far reading is. */
    public enum ReadingState {
        WAITING,
        READ,
        REFUSED
    }

    /** Whether a virus was found: it is kept, and opened by nobody. */
    public boolean isSealed() {
        return check.state() == CheckState.INFECTED;
    }
}
