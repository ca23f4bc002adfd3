// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseFile;
import be.onthaal.dispatch.Dispatch;

/** What a mail continues. */
sealed interface Conversation {

    /** Nothing that we know of. */
    record Fresh() implements Conversation {}

    /** A case, by somebody who belongs to it. */
    record OfCase(CaseFile caseFile) implements Conversation {}

    /** A case, by somebody who does not; a person decides. */
    record Stranger(CaseFile caseFile) implements Conversation {}

    /** A mail of ours that did not arrive. */
    record Returned(Dispatch dispatch) implements Conversation {}
}
