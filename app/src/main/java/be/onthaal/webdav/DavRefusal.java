// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

/** A request of a program that the protocol does not allow; nothing of it was done. */
final class DavRefusal extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int MISSING = 404;
    static final int NOT_HERE = 405;
    static final int CONFLICT = 409;
    static final int CONDITION_FAILED = 412;
    static final int TOO_LARGE = 413;
    static final int BODY_UNKNOWN = 415;
    static final int LOCKED = 423;
    static final int ELSEWHERE = 502;
    static final int FULL = 507;

    private static final long serialVersionUID = 1L;

    private final int status;

    DavRefusal(int status) {
        super("WebDAV " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
