// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.spi;

import be.onthaal.access.AccountId;

/** Sends a notice to the work address of an employee, in the transaction that decided it. */
public interface NoticeMail {

    void send(AccountId account, String subject, String text);
}
