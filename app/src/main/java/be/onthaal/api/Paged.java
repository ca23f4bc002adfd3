// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Page;
import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are; "1000+" when counting on would cost too much
 */
record Paged<T>(List<T> items, int page, int size, String total) {

    Paged {
        items = List.copyOf(items);
    }

    static <T> Paged<T> of(Page<T> page) {
        String count = page.total().value() + (page.total().exact() ? "" : "+");
        return new Paged<>(page.rows(), page.number(), page.size(), count);
    }
}
