// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads the structure of a mail into a tree. Stops at the limits and at damage it cannot pass, and
 * keeps what was read until then. An attached message stays closed: it is a leaf.
 */
final class MimeTree {

    private static final int BOUNDARY_SEARCH = 16 * 1024;

    private final MimeTokenStream stream;
    private final Reading reading;
    private final int depthAbove;
    private final Deque<OpenPart> open = new ArrayDeque<>();
    private MimePart root =
            new MimePart(
                    new HeaderBlock(), "text/plain", List.of(), PartBytes.EMPTY, PartBytes.EMPTY);

    private MimeTree(MimeTokenStream stream, Reading reading, int depthAbove) {
        this.stream = stream;
        this.reading = reading;
        this.depthAbove = depthAbove;
    }

    static MimePart read(InputStream message, Reading reading) {
        return read(message, reading, false);
    }

    /** Reads a mail whose body follows its header without an empty line. */
    static MimePart readUnseparated(InputStream message, Reading reading) {
        return read(message, reading, true);
    }

    /** Reads no further than the header, for a message that stays closed. */
    static HeaderBlock readHeader(InputStream message, Reading reading) {
        MimeTokenStream stream = stream(false, reading);
        HeaderBlock header = new HeaderBlock();
        stream.parse(message);
        try {
            EntityState state = stream.next();
            while (state == EntityState.T_START_HEADER || state == EntityState.T_FIELD) {
                if (state == EntityState.T_FIELD) {
                    addField(header, stream.getField(), reading);
                }
                state = stream.next();
            }
        } catch (IOException | MimeException e) {
            reading.warn(MailWarning.DAMAGED_HEADER);
        }
        return header;
    }

    private static MimePart read(InputStream message, Reading reading, boolean unseparated) {
        MimeTree tree = new MimeTree(stream(unseparated, reading), reading, 0);
        tree.stream.parse(message);
        return tree.readAll();
    }

    private static MimeTokenStream stream(boolean malformedHeaderStartsBody, Reading reading) {
        MimeConfig config =
                MimeConfig.custom()
                        .setMaxLineLen(-1)
                        .setMaxHeaderLen(-1)
                        .setMaxHeaderCount(-1)
                        .setMaxContentLen(-1)
                        .setMalformedHeaderStartsBody(malformedHeaderStartsBody)
                        .build();
        MimeTokenStream stream =
                new MimeTokenStream(
                        config, new BoundaryWatch(reading), new FieldWatch(reading), null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        return stream;
    }

    private MimePart readAll() {
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM && take(state)) {
                state = stream.next();
            }
        } catch (IOException | MimeException | RuntimeException e) {
            reading.warn(MailWarning.DAMAGED_PART);
        }
        while (!open.isEmpty()) {
            close();
        }
        return root;
    }

    /** Takes one step; false when a limit says to stop. */
    private boolean take(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> {
                if (reading.isOutOfTime() || !reading.takesPart()) {
                    return false;
                }
                open.push(new OpenPart());
            }
            case T_FIELD -> addField(current().header, stream.getField(), reading);
            case T_END_HEADER -> endHeader();
            case T_START_MULTIPART -> current().type = stream.getBodyDescriptor().getMimeType();
            case T_PREAMBLE ->
                    current().preamble = PartBytes.read(stream.getInputStream(), reading);
            case T_BODY -> readBody();
            case T_END_BODYPART, T_END_MESSAGE -> close();
            default -> {}
        }
        return true;
    }

    private static void addField(HeaderBlock header, Field field, Reading reading) {
        byte[] raw = field.getRaw().toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        int from = Math.min(colon + 1, raw.length);
        byte[] body = new byte[raw.length - from];
        System.arraycopy(raw, from, body, 0, body.length);
        header.add(field.getName(), body, reading);
    }

    /** A container that lies too deep is kept closed, as one leaf. */
    private void endHeader() {
        boolean tooDeep = depthAbove + open.size() > reading.limits().depth();
        boolean container = declaredType().startsWith("multipart/");
        if (tooDeep && container) {
            reading.warn(MailWarning.TOO_DEEP);
        }
        stream.setRecursionMode(
                tooDeep && container ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
    }

    private void readBody() {
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        OpenPart part = current();
        part.type = stream.getBodyDescriptor().getMimeType();
        InputStream body = stream.getInputStream();
        boolean unbounded =
                declaredType().startsWith("multipart/") && !part.type.startsWith("multipart/");
        if (!unbounded) {
            part.bytes = TransferDecoding.read(body, part.header, reading);
            return;
        }
        reading.warn(MailWarning.MISSING_BOUNDARY);
        part.bytes = PartBytes.read(body, reading);
        guessBoundary(part.bytes).ifPresent(boundary -> reopen(part, boundary));
    }

    /** A container that does not name its boundary usually shows it in its first lines. */
    private static Optional<String> guessBoundary(PartBytes bytes) {
        String head = HeaderText.latin(bytes.head(BOUNDARY_SEARCH));
        return head.lines()
                .filter(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .filter(name -> !name.isEmpty() && name.length() <= 200)
                .filter(name -> name.indexOf('"') < 0 && name.indexOf('\\') < 0)
                .findFirst();
    }

    private void reopen(OpenPart part, String boundary) {
        int depth = depthAbove + open.size();
        if (depth > reading.limits().depth()) {
            reading.warn(MailWarning.TOO_DEEP);
            return;
        }
        MimeTree inner = new MimeTree(stream(false, reading), reading, depth);
        inner.open.push(new OpenPart());
        inner.stream.parseHeadless(
                part.bytes.open(), "multipart/mixed; boundary=\"" + boundary + "\"");
        MimePart found = inner.readAll();
        if (found.isContainer()) {
            part.type = found.type();
            part.children.addAll(found.children());
            part.bytes = PartBytes.EMPTY;
        }
    }

    private void close() {
        MimePart part = open.pop().closed();
        if (open.isEmpty()) {
            root = part;
        } else {
            open.element().children.add(part);
        }
    }

    private String declaredType() {
        return HeaderParameters.of(current().header, "content-type", reading).value();
    }

    private OpenPart current() {
        return open.element();
    }

    /** Hears that a container broke off, and lets the parser go on. */
    private static final class BoundaryWatch extends DecodeMonitor {

        private final Reading reading;

        private BoundaryWatch(Reading reading) {
            this.reading = reading;
        }

        @Override
        public boolean warn(String error, String dropped) {
            if (error.equals(Event.MIME_BODY_PREMATURE_END.toString())) {
                reading.warn(MailWarning.MISSING_BOUNDARY);
            }
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }

    /** A part whose end has not been seen yet. */
    private static final class OpenPart {

        private final HeaderBlock header = new HeaderBlock();
        private final List<MimePart> children = new ArrayList<>();
        private String type = "text/plain";
        private PartBytes bytes = PartBytes.EMPTY;
        private PartBytes preamble = PartBytes.EMPTY;

        private MimePart closed() {
            return new MimePart(header, type, List.copyOf(children), bytes, preamble);
        }
    }
}
