// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.SESSION;

import be.onthaal.access.internal.db.tables.records.SessionRecord;
import be.onthaal.access.spi.StaffDirectory;
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
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in, staying signed in and signing out. Sessions live in PostgreSQL, so that any process
 * serves any browser; each keeps what its account may do, renewed in the commit that changes it.
 */
@Service
public class Sessions {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 8;
    private static final Duration LOCK = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final Accounts accounts;
    private final Authorities authorities;
    private final StaffDirectory staff;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Sessions(
            DSLContext sql,
            Accounts accounts,
            Authorities authorities,
            StaffDirectory staff,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.authorities = authorities;
        this.staff = staff;
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

    /** The session of a browser, if its secret is right and it has not slept too long. */
    @Transactional
    public Optional<Session> resume(Token token) {
        Instant now = clock.instant();
        var found =
                sql.select(SESSION, ACCOUNT.LOCALE)
                        .from(SESSION)
                        .join(ACCOUNT)
                        .on(ACCOUNT.ID.eq(SESSION.ACCOUNT_ID))
                        .where(SESSION.TOKEN_HASH.eq(token.digest().bytes()))
                        .and(SESSION.EXPIRES_AT.gt(now))
                        .and(SESSION.SEEN_AT.gt(now.minus(IDLE)))
                        .and(ACCOUNT.STATE.eq("ACTIVE"))
                        .fetchOptional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SessionRecord row = found.get().value1();
        if (row.getSeenAt().isBefore(now.minus(SEEN_EVERY))) {
            sql.update(SESSION)
                    .set(SESSION.SEEN_AT, now)
                    .where(SESSION.TOKEN_HASH.eq(row.getTokenHash()))
                    .execute();
        }
        if (!row.getStandingUntil().isAfter(now)) {
            return renew(row).map(standing -> session(row, standing, found.get().value2()));
        }
        var standing = Json.read(row.getStanding(), Standing.class);
        return Optional.of(session(row, standing, found.get().value2()));
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

    /** Forgets sessions that ended. */
    @Transactional
    public int sweep() {
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
        return new SignedIn(token, session(row, standing, locale));
    }

    private Optional<Standing> renew(SessionRecord row) {
        var standing =
                standingOf(
                        new AccountId(row.getAccountId()), new AuthorityId(row.getAuthorityId()));
        standing.ifPresentOrElse(
                now ->
                        sql.update(SESSION)
                                .set(SESSION.STANDING, Json.of(now))
                                .set(SESSION.STANDING_UNTIL, now.until())
                                .where(SESSION.TOKEN_HASH.eq(row.getTokenHash()))
                                .execute(),
                () ->
                        sql.deleteFrom(SESSION)
                                .where(SESSION.TOKEN_HASH.eq(row.getTokenHash()))
                                .execute());
        return standing;
    }

    private Optional<Standing> standingOf(AccountId account, AuthorityId authority) {
        Authority known = authorities.get(authority);
        return staff.standingOf(account, known.id());
    }

    private Session session(SessionRecord row, Standing standing, String locale) {
        Authority authority = authorities.get(new AuthorityId(row.getAuthorityId()));
        var scope = new Caller.Scope(authority.id(), authority.group());
        var caller =
                Caller.employee(
                        new AccountId(row.getAccountId()), standing, scope, Purpose.CONTACT);
        return new Session(caller, locale);
    }
}
