// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import be.onthaal.common.Tokens;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The product's own PostgreSQL: unpacked from a dependency, kept in a folder, durable, on loopback
 * only. A server left behind by a killed process is adopted, so that nothing waits for it.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);

    private static final long LEAST_SHARED = 128;
    private static final long MOST_SHARED = 2048;

    private final Path home;
    private final Path data;
    private final int port;
    private final String password;
    private final List<String> asUser;

    private LocalPostgres(Path home, Path data, int port, String password, List<String> asUser) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.password = password;
        this.asUser = asUser;
    }

    /** Starts the server of this folder, making it first where there is none. */
    public static LocalPostgres start(Path directory, int wantedPort) {
        try {
            Path root = Files.createDirectories(directory.toAbsolutePath().normalize());
            Path home = unpack(root);
            Path data = root.resolve("postgres");
            List<String> asUser = unprivileged();
            Secrets secrets = Secrets.in(root);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(home, data, secrets, asUser);
            }
            Optional<Integer> running = runningPort(home, data, asUser);
            int port = running.orElseGet(() -> wantedPort > 0 ? wantedPort : freePort());
            var server = new LocalPostgres(home, data, port, secrets.of("postgres"), asUser);
            if (running.isEmpty()) {
                server.launch();
            } else {
                log.info("Adopted the PostgreSQL that an earlier process left running");
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** True when a server of this folder runs now. */
    public static boolean isRunning(Path directory) {
        try {
            Path root = directory.toAbsolutePath().normalize();
            return Files.exists(root.resolve("postgresql/.unpacked"))
                    && runningPort(
                                    root.resolve("postgresql"),
                                    root.resolve("postgres"),
                                    unprivileged())
                            .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String superuser() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /** Stops fast and clean: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        run(asUser, List.of(control(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
    }

    /** Kills the server without a shutdown, as a power cut would; for the crash tests. */
    public void crash() {
        run(asUser, List.of(control(), "-D", data.toString(), "-m", "immediate", "-w", "stop"));
    }

    /** Starts again after {@link #crash()}, on the same port. */
    public void launch() {
        String options =
                String.join(
                        " ",
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c fsync=on -c synchronous_commit=on -c full_page_writes=on",
                        "-c shared_buffers=" + sharedMegabytes() + "MB",
                        "-c work_mem=16MB -c max_wal_size=2GB",
                        "-c max_connections=200 -c random_page_cost=1.1 -c jit=off",
                        "-c wal_compression=on -c log_min_messages=warning",
                        "-c log_parameter_max_length_on_error=0 -c log_min_error_statement=panic",
                        "-c log_error_verbosity=terse");
        Path logFile = data.resolveSibling("postgres.log");
        List<String> command =
                List.of(
                        control(),
                        "-D",
                        data.toString(),
                        "-l",
                        logFile.toString(),
                        "-o",
                        options,
                        "-w",
                        "-t",
                        "60",
                        "start");
        if (run(asUser, command) != 0) {
            throw new StartProblem(
                    "PostgreSQL start niet. Het waarom staat in " + logFile.toAbsolutePath());
        }
    }

    /** An eighth of the memory of the machine: what is read often is not copied each time. */
    private static long sharedMegabytes() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(machine.getTotalMemorySize() / (8 << 20), LEAST_SHARED, MOST_SHARED);
    }

    private String control() {
        return home.resolve("bin/pg_ctl").toString();
    }

    private static void initialise(Path home, Path data, Secrets secrets, List<String> asUser)
            throws IOException {
        Path passwordFile = data.resolveSibling("initial-password");
        Files.writeString(passwordFile, secrets.of("postgres"));
        Files.createDirectories(data);
        try {
            int exit =
                    run(
                            asUser,
                            List.of(
                                    home.resolve("bin/initdb").toString(),
                                    "-D",
                                    data.toString(),
                                    "-U",
                                    "postgres",
                                    "-A",
                                    "scram-sha-256",
                                    "--pwfile",
                                    passwordFile.toString(),
                                    "-E",
                                    "UTF-8",
                                    "--locale=C.UTF-8",
                                    "--no-instructions"));
            if (exit != 0) {
                throw new StartProblem("De eigen PostgreSQL kan niet gemaakt worden in " + data);
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static Optional<Integer> runningPort(Path home, Path data, List<String> asUser)
            throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String control = home.resolve("bin/pg_ctl").toString();
        if (run(asUser, List.of(control, "-D", data.toString(), "status")) != 0) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() < 4 ? Optional.empty() : Optional.of(Integer.valueOf(lines.get(3)));
    }

    private static Path unpack(Path root) throws IOException {
        String archive = "/" + platformArchive();
        Path home = root.resolve("postgresql");
        Path done = home.resolve(".unpacked");
        if (Files.exists(done)) {
            return home;
        }
        try (InputStream packed = LocalPostgres.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartProblem(
                        "Deze versie heeft geen PostgreSQL voor dit systeem. Geef er zelf een op met"
                                + " ONTHAAL_DATABASE_URL.");
            }
            extract(packed, Files.createDirectories(home));
        }
        Files.writeString(done, archive, StandardOpenOption.CREATE);
        return home;
    }

    private static String platformArchive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family =
                os.startsWith("mac") ? "darwin" : os.startsWith("win") ? "windows" : "linux";
        String machine = System.getProperty("os.arch", "");
        String arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + family + "-" + arch + ".txz";
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.deleteIfExists(path);
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.deleteIfExists(path);
                    Files.copy(tar, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /**
     * PostgreSQL refuses root: a user namespace makes root somebody else without giving files away.
     */
    private static List<String> unprivileged() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "-U");
        if (run(namespace, List.of("true")) == 0) {
            return namespace;
        }
        throw new StartProblem(
                "PostgreSQL weigert als root te draaien en dit systeem laat geen gebruikersruimtes toe."
                        + " Start Onthaal als gewone gebruiker, of geef een server op met"
                        + " ONTHAAL_DATABASE_URL.");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int run(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        try {
            Process process =
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The passwords of an own server, made once and readable by this user only. */
    record Secrets(Path file) {

        static Secrets in(Path root) {
            return new Secrets(root.resolve("secrets"));
        }

        String of(String name) throws IOException {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.startsWith(name + "=")) {
                    return line.substring(name.length() + 1);
                }
            }
            String made = new Tokens().draw().value();
            Files.writeString(file, name + "=" + made + "\n", StandardOpenOption.APPEND);
            return made;
        }
    }
}
