// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import static be.onthaal.eid.internal.db.Tables.CHALLENGE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Identity cards that are read at the counter: each time the card signs something new. */
@Service
public class IdentityCards {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int NONCE = 32;
    private static final UUID NOBODY = new UUID(0, 0);

    private final DSLContext sql;
    private final CardTokens tokens;
    private final TransactionOperations transactions;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IdentityCards(
            DSLContext sql,
            CardTokens tokens,
            TransactionOperations transactions,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.tokens = tokens;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False where no issuer of cards is trusted: there is no button then. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOffered() {
        return tokens.areTrusted();
    }

    /** What the next card must sign; whoever asks is the only one who can show it. */
    @Transactional
    public String challenge() {
        Caller caller = Callers.require(Permission.PARTY_EDIT);
        byte[] bytes = new byte[NONCE];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Instant now = clock.instant();
        sql.deleteFrom(CHALLENGE)
                .where(CHALLENGE.AUTHORITY_ID.eq(caller.authority().value()))
                .and(CHALLENGE.MADE_AT.lt(now.minus(LIFE)))
                .execute();
        sql.insertInto(CHALLENGE)
                .set(CHALLENGE.NONCE_HASH, Digest.of(nonce).bytes())
                .set(CHALLENGE.AUTHORITY_ID, caller.authority().value())
                .set(CHALLENGE.ACTOR, caller.actor())
                .set(CHALLENGE.MADE_AT, now)
                .execute();
        return nonce;
    }

    /**
     * Whose card this is. Asks its issuer, so never inside a transaction; that a card was shown, or
     * refused, is logged.
     */
    @Transactional(propagation = Propagation.NEVER)
    public CardHolder read(ShownCard card) {
        Callers.require(Permission.PARTY_EDIT);
        try {
            boolean asked = Boolean.TRUE.equals(transactions.execute(status -> take(card.nonce())));
            if (!asked) {
                throw new Refused("eid.late");
            }
            CardHolder holder = tokens.verify(card);
            log("eid.card-read", "checked", String.valueOf(holder.checked()));
            return holder;
        } catch (Refused refused) {
            log("eid.card-refused", "reason", refused.code());
            throw refused;
        }
    }

    private void log(String action, String key, String value) {
        transactions.executeWithoutResult(status ->
                audit.record(
                        AuditEvent.of(action, AuditEvent.Subject.of("CARD", NOBODY))
                                .with(key, value)));
    }

    /** Taken out as it is read: no card answers it a second time. */
    private boolean take(String nonce) {
        Caller caller = Callers.current();
        return sql.deleteFrom(CHALLENGE)
                        .where(CHALLENGE.NONCE_HASH.eq(Digest.of(nonce).bytes()))
                        .and(CHALLENGE.AUTHORITY_ID.eq(caller.authority().value()))
                        .and(CHALLENGE.ACTOR.eq(caller.actor()))
                        .and(CHALLENGE.MADE_AT.gt(clock.instant().minus(LIFE)))
                        .execute()
                == 1;
    }
}
