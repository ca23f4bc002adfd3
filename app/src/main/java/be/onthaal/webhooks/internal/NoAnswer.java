// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

/** A receiver did not answer; the message is the code of why. */
public final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswer(String code) {
        super(code);
    }

    NoAnswer(String code, Throwable cause) {
        super(code, cause);
    }

    /** Why, as a code that the bundles have a sentence for. */
    public String code() {
        return String.valueOf(getMessage());
    }
}
