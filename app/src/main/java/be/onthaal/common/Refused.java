// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** A rule of the authority or of the law does not allow what was asked. */
public final class Refused extends OnthaalException {

    private static final long serialVersionUID = 1L;

    public Refused(String code, Object... arguments) {
        super(code, arguments);
    }
}
