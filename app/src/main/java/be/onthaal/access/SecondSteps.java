// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.SESSION;

import be.onthaal.access.internal.db.Routines;
import be.onthaal.access.internal.db.tables.records.SecondStepRecord;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The second step of signing in with a password: a code from a telephone, or one of ten recovery
 * codes. An employee switches it on and off himself; each code is taken once.
 */
@Service
public class SecondSteps {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final int LONGEST = 40;

    private final DSLContext sql;
    private final SecondStepRows rows;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondSteps(
            DSLContext sql,
            SecondStepRows rows,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** How somebody's second step stands. */
    public sealed interface State {}

    /** He signs in without a password, so there is no second step to it. */
    public record Needless() implements State {}

    /** No code is asked. */
    public record Off() implements State {}

    /**
     * A secret waits for its first code.
     *
     * @param login how the telephone names it
     */
    public record Waiting(String login, String secret) implements State {}

    /** A code is asked; so many recovery codes are left. */
    public record On(int recoveryCodes) implements State {}

    /** How the second step of the caller stands, as far as this session may know. */
    @Transactional(readOnly = true)
    public State mine(Token session) {
        AccountId account = Callers.current().account();
        if (!signedInWithPassword(account, session)) {
            return new Needless();
        }
        Optional<SecondStepRecord> row = rows.find(account);
        if (row.isEmpty()) {
            return new Off();
        }
        return row.get().getConfirmedAt() == null
                ? new Waiting(login(account), rows.secret(row.get()))
                : new On(rows.recoveryCodes(account));
    }

    /** Makes a secret to put in a telephone; nothing is asked before a code of it was given. */
    @Transactional
    public void begin(Token session) {
        AccountId account = Callers.current().account();
        if (!signedInWithPassword(account, session)) {
            throw new Refused("access.second-step-needless");
        }
        rows.draft(account, clock.instant());
    }

    /** Thinks better of it before the first code. */
    @Transactional
    public void abandon() {
        AccountId account = Callers.current().account();
        rows.find(account)
                .filter(row -> row.getConfirmedAt() == null)
                .ifPresent(row -> rows.delete(account));
    }

    /** Switches it on with a first code; gives the recovery codes, this once. */
    @Transactional(propagation = Propagation.NEVER)
    public List<String> confirm(String code) {
        AccountId account = Callers.current().account();
        boolean waits =
                transactions.execute(status ->
                        rows.find(account).filter(row -> row.getConfirmedAt() == null).isPresent());
        if (!waits) {
            throw new Refused("access.second-step-none");
        }
        require(check(account, code));
        return transactions.execute(status -> {
            events.publishEvent(new SecondStepChanged(account, true));
            return rows.confirm(account, clock.instant());
        });
    }

    /** Switches it off with a code. */
    @Transactional(propagation = Propagation.NEVER)
    public void off(String code) {
        AccountId account = Callers.current().account();
        boolean on = transactions.execute(status -> isOn(account));
        if (!on) {
            throw new Refused("access.second-step-none");
        }
        require(check(account, code));
        transactions.executeWithoutResult(status -> {
            rows.delete(account);
            events.publishEvent(new SecondStepChanged(account, false));
        });
    }

    /** Whether a colleague is asked for a code. */
    @Transactional(readOnly = true)
    public boolean isAsked(AccountId account) {
        return Boolean.TRUE.equals(Routines.hasSecondStep(sql.configuration(), account.value()));
    }

    /** Takes the second step of a colleague away who lost his telephone and his codes. */
    @Transactional
    public void reset(AccountId account) {
        Callers.require(Permission.ADMINISTER);
        Routines.resetSecondStep(sql.configuration(), account.value());
    }

    /** How a code was judged. */
    enum Verdict {
        CODE,
        RECOVERY_CODE,
        WRONG,
        LOCKED
    }

    boolean isOn(AccountId account) {
        return rows.find(account).filter(row -> row.getConfirmedAt() != null).isPresent();
    }

    /** Judges a code, once counted; asked outside a transaction so that the count stays. */
    Verdict check(AccountId account, String code) {
        Instant now = clock.instant();
        boolean allowed = transactions.execute(status -> rows.count(account, now));
        return allowed ? transactions.execute(status -> judge(account, code, now)) : Verdict.LOCKED;
    }

    private Verdict judge(AccountId account, String code, Instant now) {
        Optional<SecondStepRecord> row = rows.find(account);
        String bare = code.length() > LONGEST ? "" : code.replaceAll("\\s", "");
        if (row.isEmpty() || bare.isEmpty()) {
            return Verdict.WRONG;
        }
        if (DIGITS.matcher(bare).matches()) {
            OptionalLong step = Totp.match(rows.secret(row.get()), bare, now);
            return step.isPresent() && rows.take(account, step.getAsLong())
                    ? Verdict.CODE
                    : Verdict.WRONG;
        }
        return rows.takeRecovery(account, bare) ? Verdict.RECOVERY_CODE : Verdict.WRONG;
    }

    private static void require(Verdict verdict) {
        switch (verdict) {
            case CODE, RECOVERY_CODE -> {}
            case WRONG -> throw new Refused("access.code-wrong");
            case LOCKED -> throw new Refused("access.code-locked");
        }
    }

    /** Whoever is vouched for by a provider, or has no password, has no business here. */
    private boolean signedInWithPassword(AccountId account, Token session) {
        boolean vouched =
                sql.fetchExists(
                        SESSION,
                        SESSION.TOKEN_HASH
                                .eq(session.digest().bytes())
                                .and(SESSION.SUBJECT.isNotNull()));
        return !vouched
                && sql.fetchExists(
                        ACCOUNT,
                        ACCOUNT.ID.eq(account.value()).and(ACCOUNT.PASSWORD_HASH.isNotNull()));
    }

    private String login(AccountId account) {
        return sql.select(ACCOUNT.LOGIN)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .fetchSingle(ACCOUNT.LOGIN);
    }
}
