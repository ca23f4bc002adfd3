// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit.internal;

import be.onthaal.audit.internal.db.tables.records.EventRecord;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a seal: SHA-256 over the seal before it, each event in order, and its place.
 * Takes no more memory for a million events than for one.
 */
public final class ChainLink {

    private final MessageDigest digest = sha256();
    private int events;
    private long firstXid;

    public ChainLink(byte[] previous) {
        digest.update(previous);
    }

    public void add(EventRecord event) {
        if (events == 0) {
            firstXid = event.getXid();
        }
        events++;
        digest.update(of(event));
    }

    public int events() {
        return events;
    }

    /** The transaction of its first event; 0 without events. */
    public long firstXid() {
        return firstXid;
    }

    /** The fingerprint that the seal carries; nothing can be added after. */
    public byte[] close(long number, long lastXid) {
        digest.update(bytes(number, firstXid, lastXid, events));
        return digest.digest();
    }

    private static byte[] of(EventRecord event) {
        var text = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(text)) {
            put(out, event.getId());
            out.writeLong(event.getXid());
            put(out, event.getAuthorityId());
            out.writeLong(event.getAt().getEpochSecond());
            out.writeInt(event.getAt().getNano());
            for (String field :
                    List.of(
                            event.getKind(),
                            event.getAction(),
                            event.getActorName(),
                            event.getActorKind(),
                            event.getSubjectKind(),
                            event.getPurpose(),
                            event.getChannel(),
                            event.getDetail().data())) {
                put(out, field);
            }
            put(out, event.getActor());
            put(out, event.getSubjectId());
            put(out, event.getCaseId());
            put(out, event.getUnitId());
            out.writeInt(event.getConfidentiality());
            for (UUID party : event.getParties()) {
                put(out, party);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sha256().digest(text.toByteArray());
    }

    private static void put(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void put(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeLong(id == null ? 0 : id.getMostSignificantBits());
        out.writeLong(id == null ? 0 : id.getLeastSignificantBits());
    }

    private static byte[] bytes(long... numbers) {
        var buffer = java.nio.ByteBuffer.allocate(numbers.length * Long.BYTES);
        for (long number : numbers) {
            buffer.putLong(number);
        }
        return buffer.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
