// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.UUID;

/**
 * A way of looking at a list that an employee keeps, and may share; the query holds choices and ids
 * only.
 *
 * @param words what it looks for besides; never in an address
 * @param texts what it looks for in fields of text; never in an address
 * @param mine made by whoever looks, who alone may change it
 */
public record SavedView(
        UUID id,
        String name,
        String query,
        String words,
        String texts,
        Shared shared,
        boolean mine) {

    /** With whom a view is shared; each sees through it what his own rights show. */
    public enum Shared {
        MINE,
        UNIT,
        ALL
    }

    /** Its choices as they stand in an address; words and texts are named by the id of the view. */
    public String address() {
        String said = words.isEmpty() ? query : query + "&woorden=" + id;
        return texts.isEmpty() ? said : said + "&teksten=" + id;
    }
}
