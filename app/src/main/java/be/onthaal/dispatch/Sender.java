// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

/** The mailbox that a mail leaves from, and the name people see beside it. */
public record Sender(String address, String name) {}
