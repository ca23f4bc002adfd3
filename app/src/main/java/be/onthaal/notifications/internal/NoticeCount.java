// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

/** How many notices wait. */
public record NoticeCount(int unread) {}
