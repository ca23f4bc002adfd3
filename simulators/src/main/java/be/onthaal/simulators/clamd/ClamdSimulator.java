// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.clamd;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the protocol of clamd (INSTREAM and PING) and knows one virus: the test file that EICAR
 * and every scanner agreed on.
 */
public final class ClamdSimulator implements AutoCloseable {

    /** The test file of EICAR; written in two parts so that no scanner finds it here. */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** What it calls that. */
    public static final String FINDING = "Eicar-Test-Signature";

    private static final int LARGEST = 100 * 1024 * 1024;
    private static final int LARGEST_PIECE = 1024 * 1024;

    private final ServerSocket socket;
    private final AtomicInteger looked = new AtomicInteger();
    private volatile Mood mood = Mood.USUAL;
    private volatile Duration delay = Duration.ZERO;

    private ClamdSimulator(ServerSocket socket) {
        this.socket = socket;
    }

    /** How it behaves. */
    public enum Mood {
        USUAL,
        /** Hangs up in the middle of a file. */
        DROPS,
        /** Answers with something that is no answer. */
        BABBLES,
        /** Says that the file is too large for it. */
        LIMITED
    }

    /** Starts one on a port, or on any free one when that is 0. */
    public static ClamdSimulator start(int port) {
        try {
            var simulator =
                    new ClamdSimulator(
                            new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("clamd").start(simulator::serve);
            return simulator;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many files it has looked at to their end. */
    public int looked() {
        return looked.get();
    }

    /** Behaves like this from now on. */
    public void behave(Mood other) {
        mood = other;
    }

    /** Thinks this long before it answers. */
    public void think(Duration time) {
        delay = time;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                Thread.ofVirtual().start(() -> answer(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket line) {
        try (line;
                var from = new DataInputStream(line.getInputStream())) {
            String command = command(from);
            if (command.equals("PING")) {
                say(line.getOutputStream(), "PONG");
            } else if (command.equals("INSTREAM")) {
                look(from, line.getOutputStream());
            } else {
                say(line.getOutputStream(), "UNKNOWN COMMAND");
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command that begins with z ends with NUL. */
    private static String command(DataInputStream from) throws IOException {
        var command = new StringBuilder();
        for (int c = from.read(); c > 0 && command.length() < 100; c = from.read()) {
            command.append((char) c);
        }
        return command.toString().replaceFirst("^z", "");
    }

    private void look(DataInputStream from, OutputStream to)
            throws IOException, InterruptedException {
        var file = new ByteArrayOutputStream();
        for (int length = from.readInt(); length > 0; length = from.readInt()) {
            if (mood == Mood.DROPS) {
                return;
            }
            if (length > LARGEST_PIECE || file.size() + length > LARGEST) {
                say(to, "INSTREAM size limit exceeded. ERROR");
                return;
            }
            file.write(from.readNBytes(length));
        }
        Thread.sleep(delay);
        looked.incrementAndGet();
        switch (mood) {
            case BABBLES -> say(to, "stream: perhaps");
            case LIMITED -> say(to, "INSTREAM size limit exceeded. ERROR");
            default -> say(to, verdict(file.toString(StandardCharsets.ISO_8859_1)));
        }
    }

    private static String verdict(String file) {
        return file.contains(EICAR) ? "stream: " + FINDING + " FOUND" : "stream: OK";
    }

    private static void say(OutputStream to, String answer) throws IOException {
        to.write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        to.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
