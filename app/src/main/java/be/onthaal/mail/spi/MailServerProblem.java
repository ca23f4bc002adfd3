// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

import java.util.Locale;

/** The mail server could not be used; nothing was changed and it can be tried again. */
public final class MailServerProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for the administrator. */
    public enum Kind {
        /** No connection, or not in time. */
        UNREACHABLE,
        /** The user or password is wrong. */
        LOGIN_REFUSED,
        /** There is no such folder. */
        FOLDER_MISSING,
        /** The connection broke, or the server stopped answering. */
        LINE_DROPPED;

        /** The code under which screens explain it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    public MailServerProblem(Kind kind, Throwable cause) {
        super(kind.code(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
