// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** Somebody else was first: what was asked no longer fits how things stand. */
public final class Conflict extends OnthaalException {

    private static final long serialVersionUID = 1L;

    public Conflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
