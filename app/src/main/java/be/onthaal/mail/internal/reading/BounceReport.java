// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.List;

/** Which mail of ours did not arrive and why; empty for a mail that is no bounce. */
public record BounceReport(List<FailedDelivery> failures, String originalMessageId) {

    public static final BounceReport NONE = new BounceReport(List.of(), "");

    public BounceReport {
        failures = List.copyOf(failures);
    }
}
