// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.clamd;

import be.onthaal.documents.spi.VirusCheck;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Sends a file to clamd in pieces and reads what it says, with a limit on every wait. */
@Component
@EnableConfigurationProperties(ClamdSettings.class)
class Clamd implements VirusCheck {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,400}) FOUND");

    private final ClamdSettings settings;

    Clamd(ClamdSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isThere() {
        return !settings.host().isBlank();
    }

    @Override
    public Verdict check(InputStream bytes) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(settings.host(), settings.port()),
                    (int) settings.connect().toMillis());
            socket.setSoTimeout((int) settings.answer().toMillis());
            var late = hungUpAfter(socket);
            try {
                var to = new DataOutputStream(socket.getOutputStream());
                send(bytes, to);
                return verdict(answer(socket.getInputStream()));
            } finally {
                late.complete(false);
            }
        }
    }

    /** Nothing else ends a write to who reads no more; unless it was completed before. */
    private CompletableFuture<Boolean> hungUpAfter(Socket socket) {
        var late = new CompletableFuture<Boolean>();
        CompletableFuture.delayedExecutor(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (late.complete(true)) {
                        hangUp(socket);
                    }
                });
        return late;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            log.debug("clamd was gone already");
        }
    }

    private static void send(InputStream bytes, DataOutputStream to) throws IOException {
        to.write(COMMAND);
        byte[] piece = new byte[PIECE];
        for (int read = bytes.readNBytes(piece, 0, PIECE);
                read > 0;
                read = bytes.readNBytes(piece, 0, PIECE)) {
            to.writeInt(read);
            to.write(piece, 0, read);
        }
        to.writeInt(0);
        to.flush();
    }

    /** The answer up to its NUL. */
    private static String answer(InputStream from) throws IOException {
        var answer = new StringBuilder();
        for (int c = from.read(); c > 0; c = from.read()) {
            if (answer.length() >= LONGEST_ANSWER) {
                throw new IOException("clamd does not end its answer");
            }
            answer.append((char) c);
        }
        return answer.toString().strip();
    }

    /** Anything but a plain yes or no, such as a limit of clamd, is no verdict. */
    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        throw new IOException("clamd gives no verdict");
    }
}
