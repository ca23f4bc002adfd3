// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

/**
 * The mailbox that a mail leaves from, and the name people see beside it.
 *
 * @param marked whether answers may come back at its address with a signed mark behind a plus
 */
public record Sender(String address, String name, boolean marked) {

    /** One that is answered at its plain address. */
    public Sender(String address, String name) {
        this(address, name, false);
    }
}
