// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Purpose;
import java.util.function.Supplier;

/** Pages know why data is opened better than the session does. */
final class Purposes {

    private Purposes() {}

    /** Does the work of a page with the purpose of that page. */
    static <T> T during(Purpose purpose, Supplier<T> work) {
        return Callers.as(Callers.current().with(purpose), work);
    }

    static void run(Purpose purpose, Runnable work) {
        Callers.run(Callers.current().with(purpose), work);
    }
}
