// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.RESUME;
import static be.onthaal.access.internal.db.Tables.SESSION;

import be.onthaal.access.internal.db.tables.records.ResumeRecord;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.Forgetting;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.database.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signing in, staying signed in and signing out. Sessions live in PostgreSQL, so that any process
 * serves any browser; each keeps what its account may do, renewed in the commit that changes it.
 */
@Service
public class Sessions implements Forgetting {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 8;
    private static final Duration LOCK = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Accounts accounts;
    private final Authorities authorities;
    private final StaffDirectory staff;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Sessions(
            DSLContext sql,
            Accounts accounts,
            Authorities authorities,
            StaffDirectory staff,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.authorities = authorities;
        this.staff = staff;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A browser that is signed in: the secret it keeps, and who works there. */
    public record SignedIn(Token token, Session session) {}

    /** A signed-in browser as a request sees it. */
    public record Session(Caller caller, String locale) {}

    /** Signs in with login and password; says no more than that it failed. */
    @Transactional(noRollbackFor = Refused.class)
    public SignedIn signIn(String login, String password) {
        var account =
                sql.selectFrom(ACCOUNT)
                        .where(ACCOUNT.LOGIN.eq(login.strip().toLowerCase(Locale.ROOT)))
                        .fetchOptional()
                        .orElseThrow(() -> new Refused("access.sign-in"));
        Instant now = clock.instant();
        if (account.getLockedUntil() != null && account.getLockedUntil().isAfter(now)) {
            throw new Refused("access.sign-in-locked");
        }
        String hash = account.getPasswordHash();
        boolean right =
                "ACTIVE".equals(account.getState())
                        && hash != null
                        && accounts.matches(password, hash);
        int failed = right ? 0 : account.getFailedAttempts() + 1;
        sql.update(ACCOUNT)
                .set(ACCOUNT.FAILED_ATTEMPTS, failed >= ATTEMPTS ? 0 : failed)
                .set(ACCOUNT.LOCKED_UNTIL, failed >= ATTEMPTS ? now.plus(LOCK) : null)
                .where(ACCOUNT.ID.eq(account.getId()))
                .execute();
        if (!right) {
            throw new Refused("access.sign-in");
        }
        return open(new AccountId(account.getId()), Optional.empty());
    }

    /** Signs in somebody whom an identity provider vouches for. */
    @Transactional
    public SignedIn signInWithSubject(String subject) {
        return sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.OIDC_SUBJECT.eq(subject))
                .and(ACCOUNT.STATE.eq("ACTIVE"))
                .fetchOptional(ACCOUNT.ID)
                .map(id -> open(new AccountId(id), Optional.empty()))
                .orElseThrow(() -> new Refused("access.sign-in"));
    }

    /** Signs in without a password; the demo's sign-in page calls this, nothing else may. */
    @Transactional
    public SignedIn signInForDemo(String login) {
        return sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .and(ACCOUNT.STATE.eq("ACTIVE"))
                .fetchOptional(ACCOUNT.ID)
                .map(id -> open(new AccountId(id), Optional.empty()))
                .orElseThrow(() -> new Refused("access.sign-in"));
    }

    /**
     * The session of a browser, if its secret is right and it has not slept too long. Asked at each
     * request, by nobody yet: one statement, unless rights changed or some minutes went by.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Session> resume(Token token) {
        Instant now = clock.instant();
        byte[] hash = token.digest().bytes();
        Optional<ResumeRecord> found =
                transactions.execute(status ->
                        sql.selectFrom(RESUME(hash, now, now.minus(IDLE))).fetchOptional());
        return found.flatMap(row -> {
            if (!row.getStandingUntil().isAfter(now)) {
                return signingIn(() -> renew(hash, row)).map(standing -> session(row, standing));
            }
            if (row.getSeenAt().isBefore(now.minus(SEEN_EVERY))) {
                signingIn(() -> seen(hash, now));
            }
            return Optional.of(session(row, Json.read(row.getStanding(), Standing.class)));
        });
    }

    /** Works on for another authority that the account also works for. */
    @Transactional
    public SignedIn changeAuthority(Token token, AuthorityId authority) {
        AccountId account = Callers.current().account();
        signOut(token);
        return open(account, Optional.of(authority));
    }

    @Transactional
    public void signOut(Token token) {
        sql.deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(token.digest().bytes())).execute();
    }

    /** The authorities that the caller may work for. */
    @Transactional(readOnly = true)
    public List<Authority> choices() {
        return staff.employersOf(Callers.current().account()).stream()
                .map(authorities::get)
                .toList();
    }

    @Override
    @Transactional
    public int forget() {
        return sql.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(clock.instant())).execute();
    }

    private SignedIn open(AccountId account, Optional<AuthorityId> wanted) {
        List<AuthorityId> employers = staff.employersOf(account);
        AuthorityId authority =
                wanted.filter(employers::contains)
                        .or(() -> employers.stream().findFirst())
                        .orElseThrow(() -> new Refused("access.no-authority"));
        Standing standing =
                standingOf(account, authority)
                        .orElseThrow(() -> new Refused("access.no-authority"));
        Instant now = clock.instant();
        Token token = tokens.draw();
        var row = sql.newRecord(SESSION);
        row.setTokenHash(token.digest().bytes());
        row.setAccountId(account.value());
        row.setAuthorityId(authority.value());
        row.setStanding(Json.of(standing));
        row.setStandingUntil(standing.until());
        row.setCreatedAt(now);
        row.setSeenAt(now);
        row.setExpiresAt(now.plus(LONGEST));
        sql.insertInto(SESSION).set(row).execute();
        String locale =
                sql.select(ACCOUNT.LOCALE)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account.value()))
                        .fetchSingle(ACCOUNT.LOCALE);
        return new SignedIn(token, session(account, authority, standing, locale));
    }

    private <T> T signingIn(Supplier<T> work) {
        return Callers.as(Caller.signingIn(), () -> transactions.execute(status -> work.get()));
    }

    private int seen(byte[] hash, Instant now) {
        return sql.update(SESSION)
                .set(SESSION.SEEN_AT, now)
                .where(SESSION.TOKEN_HASH.eq(hash))
                .execute();
    }

    private Optional<Standing> renew(byte[] hash, ResumeRecord row) {
        var standing =
                standingOf(
                        new AccountId(row.getAccountId()), new AuthorityId(row.getAuthorityId()));
        standing.ifPresentOrElse(
                now ->
                        sql.update(SESSION)
                                .set(SESSION.STANDING, Json.of(now))
                                .set(SESSION.STANDING_UNTIL, now.until())
                                .where(SESSION.TOKEN_HASH.eq(hash))
                                .execute(),
                () -> sql.deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(hash)).execute());
        return standing;
    }

    private Optional<Standing> standingOf(AccountId account, AuthorityId authority) {
        Authority known = authorities.get(authority);
        return staff.standingOf(account, known.id());
    }

    private Session session(ResumeRecord row, Standing standing) {
        return session(
                new AccountId(row.getAccountId()),
                new AuthorityId(row.getAuthorityId()),
                standing,
                row.getLocale());
    }

    private Session session(
            AccountId account, AuthorityId worksFor, Standing standing, String locale) {
        Authority authority = authorities.get(worksFor);
        var scope = new Caller.Scope(authority.id(), authority.group());
        return new Session(Caller.employee(account, standing, scope, Purpose.CONTACT), locale);
    }
}
