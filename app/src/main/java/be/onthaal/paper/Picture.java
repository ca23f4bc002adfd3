// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import java.util.Arrays;

/**
 * A picture on paper, PNG or JPEG, such as the logo of a town.
 *
 * @param alternative what it says to somebody who does not see it
 */
public record Picture(byte[] bytes, String alternative) {

    public Picture {
        bytes = bytes.clone();
    }

    /** A copy, so that nobody changes what was given. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && alternative.equals(that.alternative)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * alternative.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Picture of " + bytes.length + " bytes";
    }
}
