// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

/** How an employee wants to be told. */
public record SettingsPage(
        java.util.Map<be.onthaal.notifications.NoticeKind, be.onthaal.notifications.Way> ways) {}
