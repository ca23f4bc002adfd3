// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

/** What can be wrong with the answer of the token endpoint. */
public enum Flaw {
    NONE,
    WRONG_NONCE,
    NO_NONCE,
    WRONG_AUDIENCE,
    SECOND_AUDIENCE,
    WRONG_PARTY,
    WRONG_ISSUER,
    EXPIRED,
    FROM_THE_FUTURE,
    NO_SUBJECT,
    ODD_SUBJECT,
    /** {@code alg: none}, without a signature. */
    UNSIGNED,
    /** HS256 with the secret of the client. */
    SHARED_SECRET,
    /** Signed by a key that is not published, under the name of one that is. */
    OTHER_KEY,
    /** The signed content was changed afterwards. */
    TAMPERED,
    /** The code is refused. */
    REFUSED,
    NO_TOKEN,
    NO_JSON,
    /** More bytes than anybody needs. */
    HUGE,
    /** A byte now and then, without end. */
    DRIP,
    SERVER_ERROR
}
