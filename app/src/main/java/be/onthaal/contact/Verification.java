// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import java.util.Arrays;
import java.util.Optional;

/**
 * How it was made sure, in a contact, that somebody is who he says he is (AVG art. 12(6)).
 *
 * @param words what was asked, where it was by questions
 */
public record Verification(How how, String words) {

    /** Nobody made sure. */
    public static final Verification NONE = new Verification(How.NOT, "");

    /** The ways, the least sure first. */
    public enum How {
        NOT(Telling.GENERAL),
        /** He answered questions that only he should be able to answer. */
        QUESTIONS(Telling.OWN_CASES),
        /** He writes from an address that was verified before. */
        KNOWN_MAIL(Telling.OWN_CASES),
        /** He was called back on a number that we knew. */
        CALLED_BACK(Telling.NOT_CONFIDENTIAL),
        /** He showed his identity card. */
        CARD_SHOWN(Telling.EVERYTHING),
        /** He signed in with eID, itsme or the like. */
        STRONG_SIGN_IN(Telling.EVERYTHING);

        private final Telling telling;

        How(Telling telling) {
            this.telling = telling;
        }

        /** What may be told to whoever was verified so. */
        public Telling telling() {
            return telling;
        }

        /** The way with this name, if there is one. */
        public static Optional<How> of(String name) {
            return Arrays.stream(values()).filter(how -> how.name().equals(name)).findFirst();
        }
    }

    /** What may be told, the least first. */
    public enum Telling {
        /** What anybody may know. */
        GENERAL,
        /** How his own cases stand. */
        OWN_CASES,
        /** Everything but what is confidential. */
        NOT_CONFIDENTIAL,
        EVERYTHING
    }

    /** What may be told in this contact. */
    public Telling telling() {
        return how.telling();
    }
}
