// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch.spi;

/** Hands a mail to the mail server; may be called again with the same message id after a crash. */
public interface MailTransport {

    /**
     * Returns when the mail server has taken responsibility for it.
     *
     * @throws MailRefused when the server will never take it
     * @throws MailDelayed when it may work later
     */
    void send(OutgoingMail mail) throws MailRefused, MailDelayed;
}
