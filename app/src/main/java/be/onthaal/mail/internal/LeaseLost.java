// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

/** Another process reads the mailbox now, or it was paused: whatever was begun is rolled back. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("The mailbox is no longer ours to read");
    }
}
