// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** The way by which people and authority reach each other. */
public enum Channel {
    PHONE,
    DESK,
    MAIL,
    POST,
    WEB_FORM,
    CHAT,
    KIOSK,
    OUTREACH
}
