// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.HALF_SIGN_IN;
import static be.onthaal.access.internal.db.Tables.INVITATION;
import static be.onthaal.access.internal.db.Tables.SESSION;

import be.onthaal.access.internal.db.Routines;
import be.onthaal.common.Forgetting;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Lets people choose their own password, with a link that works once and for a week. */
@Service
public class Invitations implements Forgetting {

    private static final Duration LASTS = Duration.ofDays(7);

    private final DSLContext sql;
    private final Accounts accounts;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Invitations(
            DSLContext sql, Accounts accounts, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The secret of a link for an account without a password; earlier links end. */
    @Transactional
    public Token invite(AccountId account) {
        Token token = tokens.draw();
        Instant now = clock.instant();
        boolean made =
                Routines.invite(
                        sql.configuration(),
                        account.value(),
                        token.digest().bytes(),
                        now,
                        now.plus(LASTS));
        if (!made) {
            throw new Refused("access.has-password");
        }
        return token;
    }

    /** The account with this login, for who keeps the machine. */
    @Transactional(readOnly = true)
    public Optional<AccountId> account(String login) {
        return sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login.strip().toLowerCase(Locale.ROOT)))
                .and(ACCOUNT.STATE.eq("ACTIVE"))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /** True while the link works. */
    @Transactional(readOnly = true)
    public boolean works(Token token) {
        return owner(token).isPresent();
    }

    /**
     * Chooses the password; the link is used by that, and whoever was signed in has to sign in
     * again. Hashing takes long on purpose and is done before a transaction begins.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void accept(Token token, String password) {
        String hash = accounts.hashed(password);
        transactions.executeWithoutResult(status -> {
            UUID account =
                    sql.deleteFrom(INVITATION)
                            .where(INVITATION.TOKEN_HASH.eq(token.digest().bytes()))
                            .and(INVITATION.EXPIRES_AT.gt(clock.instant()))
                            .returning(INVITATION.ACCOUNT_ID)
                            .fetchOptional(INVITATION.ACCOUNT_ID)
                            .orElseThrow(() -> new NotFound("access.invitation"));
            sql.update(ACCOUNT)
                    .set(ACCOUNT.PASSWORD_HASH, hash)
                    .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                    .setNull(ACCOUNT.LOCKED_UNTIL)
                    .where(ACCOUNT.ID.eq(account))
                    .execute();
            sql.deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(account)).execute();
            sql.deleteFrom(HALF_SIGN_IN).where(HALF_SIGN_IN.ACCOUNT_ID.eq(account)).execute();
        });
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(INVITATION)
                .where(INVITATION.EXPIRES_AT.lt(clock.instant()))
                .execute();
    }

    private Optional<UUID> owner(Token token) {
        return sql.select(INVITATION.ACCOUNT_ID)
                .from(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(token.digest().bytes()))
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(INVITATION.ACCOUNT_ID);
    }
}
