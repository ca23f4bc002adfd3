// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A product that runs as a process of its own, started by the command that people use. */
final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration startTime;

    private Product(Process process, Path log, int port, Duration startTime) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.startTime = startTime;
    }

    /** Starts it on a folder of data, and waits for the first page. */
    static Product start(Path data, String... command) throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        var builder = new ProcessBuilder(command);
        builder.environment().put("ONTHAAL_DATA", data.toString());
        builder.environment().put("ONTHAAL_PORT", String.valueOf(port));
        builder.environment().put("ONTHAAL_URL", "http://localhost:" + port);
        builder.environment().put("ONTHAAL_WEB_SHOWSTATEMENTS", "true");
        builder.redirectErrorStream(true);
        Path log = data.resolve("bench.log");
        builder.redirectOutput(log.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        awaitPage(process, port, begin);
        return new Product(process, log, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Waits until it says that it runs: at a first start the demo town moves in before. */
    void awaitTown() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!Files.readString(log).contains("Onthaal draait op")) {
            if (System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IOException("The demo town did not move in; see " + log);
            }
            Thread.sleep(200);
        }
    }

    /** Does a command beside it, as people do; what it says goes to our own output. */
    static void command(Path data, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("ONTHAAL_DATA", data.toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException("It failed: " + String.join(" ", command));
        }
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** From the command to the first page. */
    Duration startTime() {
        return startTime;
    }

    /** Memory that the system gave to the process, in megabytes. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))
                        .stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitPage(Process process, int port, long begin)
            throws IOException, InterruptedException {
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/aanmelden"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() - begin < LONGEST_START.toNanos()) {
                if (!process.isAlive()) {
                    throw new IOException("The product stopped; see bench.log in its data");
                }
                if (answers(client, page.timeout(Duration.ofSeconds(5)).build())) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        process.destroy();
        throw new IOException("The product did not start in time");
    }

    private static boolean answers(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
