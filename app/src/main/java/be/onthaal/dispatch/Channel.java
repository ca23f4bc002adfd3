// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

/** Over what something is sent. */
public enum Channel {
    MAIL
}
