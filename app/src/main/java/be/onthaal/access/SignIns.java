// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.HALF_SIGN_IN;

import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signing in with a password, and a code where one is asked. An attempt is counted before it is
 * judged, so that many at once get no more than many in a row; and no connection waits while a
 * password is compared.
 */
@Service
public class SignIns {

    static final int ATTEMPTS = 8;
    static final Duration LOCK = Duration.ofMinutes(10);

    /** How long somebody may look for his telephone. */
    public static final Duration HALFWAY = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final Accounts accounts;
    private final SecondSteps secondSteps;
    private final Sessions sessions;
    private final SignInLog log;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    SignIns(
            DSLContext sql,
            Accounts accounts,
            SecondSteps secondSteps,
            Sessions sessions,
            SignInLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How far somebody got with his password. */
    public sealed interface Progress {}

    /** Signed in. */
    public record Finished(Sessions.SignedIn signedIn) implements Progress {}

    /** A code is asked now, of the browser that keeps this secret. */
    public record CodeAsked(Token half) implements Progress {}

    /**
     * Signs in with login and password; says no more than that it failed. An unknown login, an
     * account that is locked and a wrong password take the same steps and the same time.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Progress withPassword(String login, String password) {
        Attempt attempt =
                transactions.execute(status -> begin(login.strip().toLowerCase(Locale.ROOT)));
        boolean right = accounts.matches(password, attempt.hash()) && attempt.allowed();
        if (!right) {
            var refusal =
                    new SignInRefused(attempt.account(), Way.PASSWORD, attempt.reason(), Map.of());
            log.refused(refusal);
            throw new Refused("access.sign-in");
        }
        AccountId account = attempt.account().orElseThrow();
        boolean code =
                transactions.execute(status -> {
                    forgive(account);
                    return secondSteps.isOn(account);
                });
        return code
                ? new CodeAsked(transactions.execute(status -> halfway(account)))
                : new Finished(sessions.open(account, Optional.empty(), Way.PASSWORD));
    }

    /** True while a browser is waited for with a code. */
    @Transactional(readOnly = true)
    public boolean isHalfway(Token half) {
        return half(half).isPresent();
    }

    /** Finishes signing in with a code from a telephone, or one of the recovery codes. */
    @Transactional(propagation = Propagation.NEVER)
    public Sessions.SignedIn withCode(Token half, String code) {
        Optional<AccountId> waiting = transactions.execute(status -> half(half));
        AccountId account = waiting.orElseThrow(() -> new Refused("access.code-late"));
        return switch (secondSteps.check(account, code)) {
            case CODE -> finish(half, account, Way.CODE);
            case RECOVERY_CODE -> finish(half, account, Way.RECOVERY_CODE);
            case WRONG -> throw refused(account, new Refused("access.code-wrong"));
            case LOCKED -> throw refused(account, new Refused("access.code-locked"));
        };
    }

    private Sessions.SignedIn finish(Token half, AccountId account, Way way) {
        transactions.executeWithoutResult(status ->
                sql.deleteFrom(HALF_SIGN_IN)
                        .where(HALF_SIGN_IN.TOKEN_HASH.eq(half.digest().bytes()))
                        .execute());
        return sessions.open(account, Optional.empty(), way);
    }

    private Refused refused(AccountId account, Refused why) {
        log.refused(new SignInRefused(Optional.of(account), Way.CODE, why.code(), Map.of()));
        return why;
    }

    /** Forgets those who never gave their code. */
    private Token halfway(AccountId account) {
        Instant now = clock.instant();
        Token half = tokens.draw();
        sql.deleteFrom(HALF_SIGN_IN)
                .where(HALF_SIGN_IN.CREATED_AT.lt(now.minus(HALFWAY)))
                .execute();
        sql.insertInto(HALF_SIGN_IN)
                .set(HALF_SIGN_IN.TOKEN_HASH, half.digest().bytes())
                .set(HALF_SIGN_IN.ACCOUNT_ID, account.value())
                .set(HALF_SIGN_IN.CREATED_AT, now)
                .execute();
        return half;
    }

    private Optional<AccountId> half(Token half) {
        return sql.select(ACCOUNT.ID)
                .from(HALF_SIGN_IN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(HALF_SIGN_IN.ACCOUNT_ID))
                .where(HALF_SIGN_IN.TOKEN_HASH.eq(half.digest().bytes()))
                .and(HALF_SIGN_IN.CREATED_AT.gt(clock.instant().minus(HALFWAY)))
                .and(ACCOUNT.STATE.eq("ACTIVE"))
                .fetchOptional(row -> new AccountId(row.value1()));
    }

    /**
     * A try that was counted.
     *
     * @param allowed false when nobody has this login, or it is locked, left or without a password
     */
    private record Attempt(
            Optional<AccountId> account, boolean allowed, @Nullable String hash, String reason) {}

    private Attempt begin(String login) {
        Instant now = clock.instant();
        Field<Integer> next = ACCOUNT.FAILED_ATTEMPTS.plus(1);
        boolean counted =
                sql.update(ACCOUNT)
                                .set(
                                        ACCOUNT.FAILED_ATTEMPTS,
                                        DSL.when(next.ge(ATTEMPTS), 0).otherwise(next))
                                .set(
                                        ACCOUNT.LOCKED_UNTIL,
                                        DSL.when(next.ge(ATTEMPTS), now.plus(LOCK)))
                                .where(ACCOUNT.LOGIN.eq(login))
                                .and(ACCOUNT.LOCKED_UNTIL.isNull().or(ACCOUNT.LOCKED_UNTIL.le(now)))
                                .execute()
                        == 1;
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .fetchOptional(row -> {
                    String hash = row.getPasswordHash();
                    boolean works = "ACTIVE".equals(row.getState()) && hash != null;
                    return new Attempt(
                            Optional.of(new AccountId(row.getId())),
                            counted && works,
                            hash,
                            counted ? "access.sign-in" : "access.sign-in-locked");
                })
                .orElseGet(() -> new Attempt(Optional.empty(), false, null, "access.sign-in"));
    }

    private void forgive(AccountId account) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .where(ACCOUNT.ID.eq(account.value()))
                .execute();
    }
}
