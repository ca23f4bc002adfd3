// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;

/**
 * Which mail did not arrive and why. Without failures it only names a mail that a mail server tells
 * something else about, such as that it is late; empty for any other mail.
 */
public record BounceReport(List<FailedDelivery> failures, String originalMessageId) {

    public static final BounceReport NONE = new BounceReport(List.of(), "");

    public BounceReport {
        failures = List.copyOf(failures);
    }
}
