// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;
import static be.onthaal.documents.internal.db.Tables.VERSION;

import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import be.onthaal.documents.internal.reader.Found;
import be.onthaal.documents.internal.reader.Readers;
import be.onthaal.files.Files;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.spi.EffectHandler;
import be.onthaal.outbox.spi.NotYet;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads a version when its bytes are safe: what it is, its words, its first page. */
@Component
class FileReadingJob implements EffectHandler {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DSLContext sql;
    private final Files files;
    private final Readers readers;
    private final TransactionOperations transactions;
    private final Clock clock;

    FileReadingJob(
            DSLContext sql,
            Files files,
            Readers readers,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.readers = readers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DocumentIntake.READ;
    }

    @Override
    public boolean slow() {
        return true;
    }

    private record Waiting(Digest file, String name) {}

    @Override
    public void perform(Effect effect) throws Exception {
        UUID version = UUID.fromString(String.valueOf(effect.payload().get("version")));
        Optional<Waiting> waiting = transactions.execute(status -> waiting(version));
        if (waiting == null || waiting.isEmpty()) {
            return;
        }
        Found found;
        try (Readers.Turn turn = turn();
                InputStream bytes = files.open(waiting.get().file())) {
            found = turn.read(bytes, waiting.get().name());
        }
        transactions.executeWithoutResult(status -> keep(version, found));
    }

    /** Who looks at pages goes before what nobody waits for. */
    private Readers.Turn turn() throws InterruptedException, NotYet {
        try {
            return readers.turn();
        } catch (Refused busy) {
            throw new NotYet(clock.instant().plus(PAUSE), busy.code());
        }
    }

    private Optional<Waiting> waiting(UUID version) {
        return sql.select(VERSION.SHA256, VERSION.FILE_NAME)
                .from(VERSION)
                .where(is(version))
                .and(VERSION.READING_STATE.eq(DocumentVersion.ReadingState.WAITING.name()))
                .and(VERSION.CHECK_STATE.ne(DocumentVersion.CheckState.INFECTED.name()))
                .fetchOptional(row -> new Waiting(new Digest(row.value1()), row.value2()));
    }

    /** What was deleted while it was read leaves nothing behind; until the commit it stays. */
    void keep(UUID version, Found found) {
        boolean gone =
                sql.select(DOCUMENT.ID)
                        .from(DOCUMENT)
                        .join(VERSION)
                        .on(VERSION.AUTHORITY_ID.eq(DOCUMENT.AUTHORITY_ID))
                        .and(VERSION.DOCUMENT_ID.eq(DOCUMENT.ID))
                        .where(is(version))
                        .forShare()
                        .of(DOCUMENT)
                        .fetch()
                        .isEmpty();
        if (gone) {
            return;
        }
        String picture = found.picture().length == 0 ? null : files.keep(found.picture()).hex();
        var state =
                found.read()
                        ? DocumentVersion.ReadingState.READ
                        : DocumentVersion.ReadingState.REFUSED;
        var update =
                sql.update(VERSION)
                        .set(VERSION.READING_STATE, state.name())
                        .set(VERSION.READING_REASON, found.reason())
                        .set(VERSION.PAGES, found.pages())
                        .set(VERSION.TEXT, found.text())
                        .set(VERSION.PICTURE_SHA256, picture)
                        .set(VERSION.READ_AT, clock.instant());
        (found.type().isEmpty() ? update : update.set(VERSION.MEDIA_TYPE, found.type()))
                .where(is(version))
                .execute();
    }

    private static Condition is(UUID version) {
        return VERSION.AUTHORITY_ID.eq(DocumentStore.authority()).and(VERSION.ID.eq(version));
    }
}
