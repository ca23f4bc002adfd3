// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.database.LocalPostgres;
import java.nio.file.Path;

/** The PostgreSQL of the tests: started once, left running for the next run, durable as always. */
public final class TestPostgres {

    private static final Path DIRECTORY = Path.of("target/test-data");
    private static final LocalPostgres SERVER = LocalPostgres.start(DIRECTORY, 0);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    private TestPostgres() {}

    public static LocalPostgres server() {
        return SERVER;
    }
}
