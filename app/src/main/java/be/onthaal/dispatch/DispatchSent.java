// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

/** The mail server took it. */
public record DispatchSent(Dispatch dispatch) {}
