// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

/** The notices of an employee. */
public record NoticesPage(java.util.List<be.onthaal.notifications.Notice> notices) {}
