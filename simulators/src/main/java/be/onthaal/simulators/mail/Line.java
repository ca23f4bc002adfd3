// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A telephone line between a client and a server on this machine, which can be slow or break. */
public final class Line implements AutoCloseable {

    private static final int PIECE = 8 * 1024;
    private static final long WHOLE = Long.MAX_VALUE;

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesUntilCut = new AtomicLong(WHOLE);
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean dead;

    private Line(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    static Line open(int port, int server) {
        try {
            var entrance = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
            var line = new Line(entrance, server);
            Thread.ofVirtual().name("line-" + entrance.getLocalPort()).start(line::accept);
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Each piece from the server waits this long. */
    public void delay(Duration wait) {
        delay = wait;
    }

    /** The line breaks once, after so many more bytes from the server. */
    public void cutAfter(long bytes) {
        bytesUntilCut.set(bytes);
    }

    /** True until the line broke as it was told to. */
    public boolean cutAwaited() {
        return bytesUntilCut.get() != WHOLE;
    }

    /** Breaks all connections now. */
    public void cut() {
        open.forEach(Line::hangUp);
    }

    /** Nobody gets through, until it is mended. */
    public void die() {
        dead = true;
        cut();
    }

    public void mend() {
        dead = false;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (dead) {
                    hangUp(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // Either the line is closed, which ends the loop, or one caller did not get
                // through.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(client);
        open.add(far);
        Thread.ofVirtual().start(() -> carry(client, far, false));
        Thread.ofVirtual().start(() -> carry(far, client, true));
    }

    private void carry(Socket from, Socket to, boolean fromServer) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(piece);
            while (length >= 0) {
                int allowed = fromServer ? allowed(length) : length;
                out.write(piece, 0, allowed);
                out.flush();
                if (allowed < length) {
                    break;
                }
                length = in.read(piece);
            }
        } catch (IOException | InterruptedException broken) {
            // A broken line is what this class is for.
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private int allowed(int length) throws InterruptedException {
        Thread.sleep(delay);
        long left = bytesUntilCut.get();
        if (left == WHOLE) {
            return length;
        }
        if (left <= length) {
            bytesUntilCut.set(WHOLE);
            return (int) Math.max(0, Math.min(left, length - 1L));
        }
        bytesUntilCut.addAndGet(-length);
        return length;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }
}
