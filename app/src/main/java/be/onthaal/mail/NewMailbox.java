// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;

/**
 * A mailbox to read from now on.
 *
 * @param unit whose mail it is
 * @param address what people write to
 * @param server how it is reached
 * @param confidentiality of everything that comes in by it
 */
public record NewMailbox(
        UnitId unit, String address, String name, Server server, Confidentiality confidentiality) {

    /**
     * How a mailbox is reached.
     *
     * @param url {@code imaps://host:993}, or {@code imap://host:143} which must upgrade to TLS
     */
    public record Server(String url, String user, String password, String folder) {

        /** Without the password, since records end up in logs. */
        @Override
        public String toString() {
            return "Server[" + url + "]";
        }
    }
}
