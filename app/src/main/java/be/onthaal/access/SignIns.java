// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;

import be.onthaal.common.Refused;
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
 * Signing in with a password. An attempt is counted before it is judged, so that many at once get
 * no more than many in a row; and no connection waits while a password is compared.
 */
@Service
public class SignIns {

    private static final int ATTEMPTS = 8;
    private static final Duration LOCK = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLog log;
    private final TransactionOperations transactions;
    private final Clock clock;

    SignIns(
            DSLContext sql,
            Accounts accounts,
            Sessions sessions,
            SignInLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Signs in with login and password; says no more than that it failed. An unknown login, an
     * account that is locked and a wrong password take the same steps and the same time.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Sessions.SignedIn withPassword(String login, String password) {
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
        transactions.executeWithoutResult(status -> forgive(account));
        return sessions.open(account, Optional.empty(), Way.PASSWORD);
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
