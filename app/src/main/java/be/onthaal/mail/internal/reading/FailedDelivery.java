// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/**
 * One recipient that could not be reached, with the status code (such as 5.1.1) if one is given.
 */
public record FailedDelivery(String recipient, String status, String diagnostic) {

    public boolean isPermanent() {
        return status.startsWith("5");
    }
}
