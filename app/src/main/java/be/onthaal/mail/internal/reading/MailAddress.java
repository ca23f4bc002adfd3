// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/**
 * A mailbox as the header names it.
 *
 * @param name display name, empty when none was written
 * @param address the address, empty when what was written holds none
 * @param written the decoded text of the whole entry, so that nothing is lost
 */
public record MailAddress(String name, String address, String written) {

    public boolean isUsable() {
        return !address.isEmpty();
    }
}
