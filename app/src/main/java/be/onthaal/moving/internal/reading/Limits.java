// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

/**
 * How much may come at once.
 *
 * @param file the largest single file, in bytes
 * @param whole all files together, unpacked, in bytes
 * @param files how many of them
 * @param rows how many rows one sheet may have
 */
public record Limits(long file, long whole, int files, int rows) {

    public static final Limits USUAL =
            new Limits(60L * 1024 * 1024, 4L * 1024 * 1024 * 1024, 50_000, 250_000);
}
