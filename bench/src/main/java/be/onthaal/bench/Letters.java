// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import static be.onthaal.bench.Copy.None.NONE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** The register of generated post, and the mails behind it as they came. */
final class Letters {

    private static final int OPEN_OF_THOUSAND = 5;

    private final Town town;
    private final Chance chance;
    private final Connection connection;

    Letters(Town town, Chance chance, Connection connection) {
        this.town = town;
        this.chance = chance;
        this.connection = connection;
    }

    void write(List<Life> lives) throws SQLException {
        List<Life> written = lives.stream().filter(life -> life.entry().isPresent()).toList();
        entries(written);
        List<Life> mailed =
                written.stream()
                        .filter(life -> life.entry().orElseThrow().mail().isPresent())
                        .toList();
        bytes(mailed);
        messages(mailed);
    }

    private void entries(List<Life> lives) throws SQLException {
        try (Copy entries =
                new Copy(
                        connection,
                        "post.entry (authority_id, id, direction, year, sequence, number, channel,"
                                + " received_on, registered_at, registered_by, subject,"
                                + " correspondent, party_id, unit_id, state, handled_at, handled_by,"
                                + " source_kind, source_id, case_id, case_number)")) {
            for (Life life : lives) {
                Life.Entry entry = life.entry().orElseThrow();
                boolean open = chance.draw(1_000) < OPEN_OF_THOUSAND;
                entries.row(
                        town.authority(),
                        entry.id(),
                        "IN",
                        life.year(),
                        entry.sequence(),
                        "IN-%04d-%06d".formatted(life.year(), entry.sequence()),
                        life.matter().channel(),
                        life.openedOn(),
                        life.openedAt(),
                        life.handler().name(),
                        life.matter().subject(),
                        life.person().name(),
                        life.person().id(),
                        life.unit().id(),
                        open ? "OPEN" : "HANDLED",
                        open ? NONE : life.openedAt(),
                        open ? NONE : life.handler().name(),
                        entry.mail().isPresent() ? "MAIL" : NONE,
                        entry.mail().<Object>map(mail -> mail).orElse(NONE),
                        open ? NONE : life.id(),
                        open ? NONE : life.display());
            }
        }
    }

    private void bytes(List<Life> lives) throws SQLException {
        try (Copy files =
                new Copy(
                        connection,
                        "files.content (authority_id, sha256, size, bytes, stored_at)")) {
            for (Life life : lives) {
                byte[] raw = raw(life);
                files.row(town.authority(), fingerprint(raw), raw.length, raw, life.openedAt());
            }
        }
    }

    private void messages(List<Life> lives) throws SQLException {
        try (Copy messages =
                new Copy(
                        connection,
                        "mail.message (authority_id, id, mailbox_id, sha256, size, stored_at, state,"
                                + " message_id, from_name, from_address, to_addresses, subject,"
                                + " sent_at, body_text, body_html, new_text_length, unit_id,"
                                + " party_id, entry_id, case_id)")) {
            for (Life life : lives) {
                Life.Entry entry = life.entry().orElseThrow();
                byte[] raw = raw(life);
                String text = text(life);
                messages.row(
                        town.authority(),
                        entry.mail().orElseThrow(),
                        town.mailbox(),
                        fingerprint(raw),
                        raw.length,
                        life.openedAt(),
                        "READ",
                        entry.id() + "@post.example",
                        life.person().name(),
                        life.person().email(),
                        "onthaal@mortsel.example",
                        life.matter().subject(),
                        life.openedAt(),
                        text,
                        "<p>" + text.replace("\n\n", "</p><p>") + "</p>",
                        text.length(),
                        life.unit().id(),
                        life.person().id(),
                        entry.id(),
                        life.id());
            }
        }
    }

    private static String text(Life life) {
        return "Beste,\n\n%s\n\nMet vriendelijke groeten\n\n%s"
                .formatted(life.matter().text(), life.person().name());
    }

    private static byte[] raw(Life life) {
        return """
        From: %s <%s>
        To: onthaal@mortsel.example
        Subject: %s
        Message-ID: <%s@post.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8

        %s
        """
                .formatted(
                        life.person().name(),
                        life.person().email(),
                        life.matter().subject(),
                        life.entry().orElseThrow().id(),
                        text(life))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
