// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A migrated, durable database and the pool of connections of the role that may not bypass rules.
 */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final String OWNER = "onthaal_owner";
    private static final String APPLICATION = "onthaal_app";

    /** Short transactions beside others; each is over before the next waits for it. */
    private static final int BESIDE = 4;

    /** After a peak the connections go back, for others share the server. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final HikariDataSource pool;
    private final HikariDataSource beside;
    private final Optional<LocalPostgres> server;
    private final Optional<FileLock> claim;

    private Database(Pools pools, Optional<LocalPostgres> server, Optional<FileLock> claim) {
        this.pool = pools.main();
        this.beside = pools.beside();
        this.server = server;
        this.claim = claim;
    }

    /** Connections for all work, and a few for what must not wait for it. */
    private record Pools(HikariDataSource main, HikariDataSource beside) {}

    /** Opens the town's server, or starts an own one, and brings the schema up to date. */
    public static Database open(DatabaseSettings settings) {
        if (settings.external()) {
            migrate(settings.url(), settings.owner(), settings.ownerPassword(), settings.user());
            refuseWithoutDurability(settings.url(), settings.user(), settings.password());
            Pools pools = pools(settings.url(), settings.user(), settings.password(), settings);
            return new Database(pools, Optional.empty(), Optional.empty());
        }
        if (settings.shared() && LocalPostgres.isRunning(settings.directory())) {
            return on(LocalPostgres.start(settings.directory(), settings.port()), settings);
        }
        FileLock claim = claim(settings.directory());
        LocalPostgres server = LocalPostgres.start(settings.directory(), settings.port());
        return new Database(prepare(server, settings), Optional.of(server), Optional.of(claim));
    }

    /** Uses a server that is already running here, as the tests do, with a database of its own. */
    public static Database on(LocalPostgres server, DatabaseSettings settings) {
        return new Database(prepare(server, settings), Optional.empty(), Optional.empty());
    }

    public DataSource pool() {
        return pool;
    }

    HikariDataSource beside() {
        return beside;
    }

    @Override
    public void close() {
        beside.close();
        pool.close();
        server.ifPresent(LocalPostgres::close);
        claim.ifPresent(Database::release);
    }

    private static Pools prepare(LocalPostgres server, DatabaseSettings settings) {
        try {
            var secrets =
                    LocalPostgres.Secrets.in(settings.directory().toAbsolutePath().normalize());
            String ownerPassword = secrets.of(OWNER);
            String appPassword = secrets.of(APPLICATION);
            createRolesAndDatabase(server, settings.name(), ownerPassword, appPassword);
            String url = server.url(settings.name());
            migrate(url, OWNER, ownerPassword, APPLICATION);
            refuseWithoutDurability(url, APPLICATION, appPassword);
            return pools(url, APPLICATION, appPassword, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new StartProblem("De eigen PostgreSQL antwoordt niet.", failure);
        }
    }

    private static void createRolesAndDatabase(
            LocalPostgres server, String name, String ownerPassword, String appPassword)
            throws SQLException {
        String url = server.url("postgres");
        try (Connection connection =
                        DriverManager.getConnection(url, server.superuser(), server.password());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute(
                        "create role %s login password '%s'".formatted(OWNER, ownerPassword));
                statement.execute(
                        "create role %s login nobypassrls password '%s'"
                                .formatted(APPLICATION, appPassword));
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database \"%s\" owner %s".formatted(name, OWNER));
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void migrate(String url, String owner, String password, String application) {
        var result =
                Flyway.configure()
                        .dataSource(url, owner, password)
                        .locations("classpath:db/migration")
                        .defaultSchema("migration")
                        .createSchemas(true)
                        .outOfOrder(true)
                        .placeholders(Map.of("app", application))
                        .load()
                        .migrate();
        if (result.migrationsExecuted > 0) {
            log.info("Migrated the database by {} steps", result.migrationsExecuted);
        }
    }

    private static void refuseWithoutDurability(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet shown = statement.executeQuery("show " + setting)) {
                    if (!shown.next() || "off".equals(shown.getString(1))) {
                        throw new StartProblem(
                                "PostgreSQL staat niet duurzaam ingesteld (%s = off). Onthaal start"
                                                .formatted(setting)
                                        + " niet met een databank die gegevens kan verliezen.");
                    }
                }
            }
            if (exists(
                    statement,
                    "select 1 from pg_roles where rolname = current_user"
                            + " and (rolsuper or rolbypassrls)")) {
                throw new StartProblem(
                        "De databankrol van de toepassing mag de toegangsregels omzeilen. Geef een rol"
                                + " zonder SUPERUSER en zonder BYPASSRLS.");
            }
        } catch (SQLException failure) {
            throw new StartProblem("De databank is niet bereikbaar: " + url, failure);
        }
    }

    private static Pools pools(
            String url, String user, String password, DatabaseSettings settings) {
        HikariConfig main = config(url, user, password);
        main.setPoolName("onthaal");
        main.setMaximumPoolSize(settings.connections());
        main.setMinimumIdle(2);
        HikariConfig beside = config(url, user, password);
        beside.setPoolName("onthaal-beside");
        beside.setMaximumPoolSize(BESIDE);
        beside.setMinimumIdle(0);
        return new Pools(new HikariDataSource(main), new HikariDataSource(beside));
    }

    private static HikariConfig config(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(10_000);
        config.setIdleTimeout(IDLE.toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "onthaal");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        // Row rules make planning dear, and no question here depends on the value that is asked.
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return config;
    }

    private static FileLock claim(Path directory) {
        try {
            Path file = Files.createDirectories(directory).resolve("onthaal.lock");
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw alreadyRunning(directory);
            }
            return lock;
        } catch (OverlappingFileLockException held) {
            throw alreadyRunning(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static StartProblem alreadyRunning(Path directory) {
        return new StartProblem(
                "Er draait al een Onthaal met de gegevens in %s. Stop die eerst, of geef een andere map op met ONTHAAL_DATA."
                        .formatted(directory.toAbsolutePath().normalize()));
    }

    private static void release(FileLock lock) {
        try (var channel = lock.acquiredBy()) {
            lock.release();
        } catch (IOException ignored) {
            log.debug("The lock file was already gone");
        }
    }
}
