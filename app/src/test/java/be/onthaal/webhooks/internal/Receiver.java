// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A receiver on this machine that does as it is told, however unkind. */
final class Receiver implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> poison = new AtomicReference<>("");
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.says("200 OK"));

    /** What came in. */
    record Posted(Map<String, String> headers, String body) {}

    /** What it does with what comes in. */
    @FunctionalInterface
    interface Mood {

        void answer(Socket line) throws IOException, InterruptedException;

        static Mood says(String status, String... headers) {
            String more = String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList());
            return line ->
                    line.getOutputStream()
                            .write(
                                    ("HTTP/1.1 "
                                                    + status
                                                    + "\r\n"
                                                    + more
                                                    + "Content-Length: 0\r\n\r\n")
                                            .getBytes(StandardCharsets.US_ASCII));
        }

        static Mood closes() {
            return Socket::close;
        }

        static Mood isSilent() {
            return line -> Thread.sleep(30_000);
        }

        static Mood talksWithoutEnd() {
            return line -> {
                byte[] noise = "X-Noise: 0123456789\r\n".getBytes(StandardCharsets.US_ASCII);
                line.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    line.getOutputStream().write(noise);
                }
            };
        }

        /** A byte now and then, so that no single wait is too long. */
        static Mood drips() {
            return line -> {
                while (true) {
                    line.getOutputStream().write('H');
                    Thread.sleep(300);
                }
            };
        }
    }

    Receiver() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/hook?town=1";
    }

    int port() {
        return socket.getLocalPort();
    }

    void becomes(Mood other) {
        mood.set(other);
    }

    /** What names this is answered with 400 from now on, whatever its mood. */
    void chokesOn(String text) {
        poison.set(text);
    }

    /** Everything that came in, also what it did not answer well. */
    List<Posted> posted() {
        return List.copyOf(posted);
    }

    void forget() {
        posted.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().start(() -> hear(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void hear(Socket line) {
        try (line) {
            Posted one = read(line);
            posted.add(one);
            boolean chokes = !poison.get().isEmpty() && one.body().contains(poison.get());
            (chokes ? Mood.says("400 Bad") : mood.get()).answer(line);
        } catch (IOException | InterruptedException gone) {
            // Whoever called went away.
        }
    }

    private static Posted read(Socket line) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = line.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> lines = head.toString().lines().toList();
        headers.put(":request", lines.getFirst());
        lines.stream()
                .skip(1)
                .filter(one -> one.contains(":"))
                .forEach(one ->
                        headers.put(
                                one.substring(0, one.indexOf(':')),
                                one.substring(one.indexOf(':') + 1).strip()));
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        byte[] body = line.getInputStream().readNBytes(length);
        return new Posted(headers, new String(body, StandardCharsets.UTF_8));
    }
}
