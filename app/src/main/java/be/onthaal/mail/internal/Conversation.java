// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseFile;
import be.onthaal.dispatch.Dispatch;
import java.util.Optional;

/** What a mail continues. */
sealed interface Conversation {

    /** The mail of ours that it answers or tells about, for certain. */
    Optional<Dispatch> answers();

    /** No case that we know of. */
    record Fresh(Optional<Dispatch> answers) implements Conversation {}

    /** A case, by somebody who belongs to it. */
    record OfCase(CaseFile caseFile, Optional<Dispatch> answers) implements Conversation {}

    /** A case, by somebody who does not; a person decides. */
    record Stranger(CaseFile caseFile, Optional<Dispatch> answers) implements Conversation {}

    /** A mail server tells about a mail of ours: that it did not arrive, or not yet. */
    record Reported(Dispatch dispatch) implements Conversation {

        @Override
        public Optional<Dispatch> answers() {
            return Optional.of(dispatch);
        }
    }
}
