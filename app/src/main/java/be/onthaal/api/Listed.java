// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.List;

/** A list that is short by nature, or the first part of one that is looked through by searching. */
record Listed<T>(List<T> items) {

    Listed {
        items = List.copyOf(items);
    }
}
