// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

/**
 * How a mailbox is reached.
 *
 * @param url such as {@code imaps://mail.example.be:993}
 */
public record MailAccount(String url, String user, String password, String folder) {

    /** Without the password, since records end up in logs. */
    @Override
    public String toString() {
        return "MailAccount[" + url + "]";
    }
}
