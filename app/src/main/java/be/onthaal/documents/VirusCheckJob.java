// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.VERSION;

import be.onthaal.common.Digest;
import be.onthaal.documents.DocumentVersion.CheckState;
import be.onthaal.documents.spi.VirusCheck;
import be.onthaal.files.Files;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.spi.EffectHandler;
import be.onthaal.outbox.spi.NotYet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has a version looked at for viruses, until whoever looks has said something. */
@Component
class VirusCheckJob implements EffectHandler {

    private static final Logger log = LoggerFactory.getLogger(VirusCheckJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_FINDING = 200;

    private final DSLContext sql;
    private final Files files;
    private final VirusCheck viruses;
    private final DocumentStore documents;
    private final DocumentTrail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    VirusCheckJob(
            DSLContext sql,
            Files files,
            VirusCheck viruses,
            DocumentStore documents,
            DocumentTrail trail,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.viruses = viruses;
        this.documents = documents;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DocumentIntake.CHECK;
    }

    @Override
    public boolean slow() {
        return true;
    }

    private record Waiting(DocumentId document, Digest file) {}

    @Override
    public void perform(Effect effect) throws NotYet {
        UUID version = UUID.fromString(String.valueOf(effect.payload().get("version")));
        Optional<Waiting> waiting = transactions.execute(status -> waiting(version));
        if (waiting == null || waiting.isEmpty()) {
            return;
        }
        VirusCheck.Verdict verdict = verdict(waiting.get().file());
        transactions.executeWithoutResult(
                status -> keep(version, waiting.get().document(), verdict));
    }

    private VirusCheck.Verdict verdict(Digest file) throws NotYet {
        try (InputStream bytes = files.open(file)) {
            return viruses.check(bytes);
        } catch (IOException failure) {
            log.warn("The virus check does not answer: {}", failure.getClass().getSimpleName());
            throw new NotYet(clock.instant().plus(PAUSE), "the virus check does not answer");
        }
    }

    private Optional<Waiting> waiting(UUID version) {
        return sql.select(VERSION.DOCUMENT_ID, VERSION.SHA256)
                .from(VERSION)
                .where(is(version))
                .and(VERSION.CHECK_STATE.eq(CheckState.WAITING.name()))
                .fetchOptional(
                        row -> new Waiting(new DocumentId(row.value1()), new Digest(row.value2())));
    }

    private void keep(UUID version, DocumentId document, VirusCheck.Verdict verdict) {
        String finding =
                switch (verdict) {
                    case VirusCheck.Verdict.Clean clean -> "";
                    case VirusCheck.Verdict.Infected infected -> infected.finding();
                };
        CheckState state = finding.isEmpty() ? CheckState.CLEAN : CheckState.INFECTED;
        sql.update(VERSION)
                .set(VERSION.CHECK_STATE, state.name())
                .set(
                        VERSION.FINDING,
                        finding.substring(0, Math.min(finding.length(), LONGEST_FINDING)))
                .set(VERSION.CHECKED_AT, clock.instant())
                .where(is(version))
                .execute();
        if (state == CheckState.INFECTED) {
            trail.step(
                    documents.get(document).document(),
                    "documents.infected",
                    Map.of("finding", finding));
        }
    }

    private static Condition is(UUID version) {
        return VERSION.AUTHORITY_ID.eq(DocumentStore.authority()).and(VERSION.ID.eq(version));
    }
}
