// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives; an empty url means that the product starts its own PostgreSQL.
 *
 * @param url JDBC address of the town's own PostgreSQL 18 server
 * @param user the application role, which cannot bypass row-level security
 * @param owner the role that owns the schema and migrates it
 * @param directory where an own server, its secrets and the files are kept
 * @param port of an own server; 0 picks a free one
 * @param shared true for a command beside a running product: its server is used and left alone
 */
@ConfigurationProperties("onthaal.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String owner,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("var") Path directory,
        @DefaultValue("0") int port,
        @DefaultValue("onthaal") String name,
        @DefaultValue("16") int connections,
        @DefaultValue("false") boolean shared) {

    /** How many transactions run at once; jobs and the live line keep a quarter for themselves. */
    int transactions() {
        return Math.max(1, connections * 3 / 4);
    }

    /** True when the town brings its own server. */
    public boolean external() {
        return !url.isBlank();
    }
}
