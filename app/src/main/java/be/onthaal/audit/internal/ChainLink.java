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
 * The arithmetic of a seal: SHA-256 over its place, the seal before it and each event, in order.
 */
public record ChainLink(long number, long firstXid, long lastXid, byte[] previous) {

    /** The fingerprint that the seal carries. */
    public byte[] over(List<EventRecord> events) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(bytes(number, firstXid, lastXid, events.size()));
        for (EventRecord event : events) {
            digest.update(of(event));
        }
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
