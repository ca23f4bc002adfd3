// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.time.Instant;

/**
 * A folder as the mail server says it is, beside what was taken over from it. Numbers count within
 * one numbering of the server (UIDVALIDITY); another one is compared anew.
 *
 * @param onServer how many mails the folder holds, up to the highest number that was taken over
 * @param stored how many were ever seen under this numbering
 * @param missing how many it holds that were never seen
 */
public record FolderCheck(
        String folder, long uidValidity, Instant at, long onServer, long stored, long missing) {

    /** What was taken over, and taken off the server since. */
    public long gone() {
        return stored - (onServer - missing);
    }
}
