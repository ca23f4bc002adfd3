// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

/** A server that keeps mailboxes. Nothing on it is changed by looking. */
public interface MailServer {

    /** Opens a folder for reading; whoever opens it closes it. */
    OpenFolder open(MailAccount account) throws MailServerProblem;
}
