// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

/** It could not be sent, or it came back: somebody must find another way. */
public record DispatchFailed(Dispatch dispatch) {}
