// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

/**
 * A file that came with the mail.
 *
 * @param fileName safe on disk and on screen: no path, no control or direction characters
 * @param declaredType media type the sender claims
 * @param detectedType media type the first bytes show, empty when they show none
 * @param contentId id by which the HTML body refers to it, empty when it has none
 * @param inline meant to be shown within the body
 * @param subject subject of an attached message, else empty
 * @param bytes the decoded content
 */
public record Attachment(
        String fileName,
        String declaredType,
        String detectedType,
        String contentId,
        boolean inline,
        String subject,
        PartBytes bytes) {}
