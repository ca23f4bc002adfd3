// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.database.LocalPostgres;
import java.nio.file.Path;

/**
 * The PostgreSQL of the tests, as durable as any: started by the first application that needs it.
 */
public final class TestPostgres {

    private static final Path DIRECTORY = Path.of("target/test-data");

    private TestPostgres() {}

    public static LocalPostgres server() {
        return Holder.SERVER;
    }

    private static final class Holder {

        static final LocalPostgres SERVER = LocalPostgres.start(DIRECTORY, 0);
    }
}
