// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.spi;

/** The mail server will never take this mail; trying again is of no use. */
public final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String answer;

    /** The answer of the server may name people, so it is not the message that logs would show. */
    public MailRefused(int code, String answer) {
        super("mail server refused: " + code);
        this.answer = answer;
    }

    public String answer() {
        return answer;
    }
}
