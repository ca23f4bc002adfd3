// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.spi;

/** The mail server cannot take this mail now; its message holds no personal data. */
public final class MailDelayed extends Exception {

    private static final long serialVersionUID = 1L;

    public MailDelayed(String why) {
        super(why);
    }
}
