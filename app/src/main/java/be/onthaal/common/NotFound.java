// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** What was asked for does not exist, or not for this caller. */
public final class NotFound extends OnthaalException {

    private static final long serialVersionUID = 1L;

    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}
