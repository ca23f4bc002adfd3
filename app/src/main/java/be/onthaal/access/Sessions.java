// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.ACCOUNT;
import static be.onthaal.access.internal.db.Tables.PROVIDER_IDENTITY;
import static be.onthaal.access.internal.db.Tables.RESUME;
import static be.onthaal.access.internal.db.Tables.RESUME_QUIETLY;
import static be.onthaal.access.internal.db.Tables.SESSION;

import be.onthaal.access.internal.db.tables.records.ResumeRecord;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.Digest;
import be.onthaal.common.Forgetting;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import be.onthaal.database.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
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

    private final DSLContext sql;
    private final Authorities authorities;
    private final StaffDirectory staff;
    private final Entrustments entrustments;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Sessions(
            DSLContext sql,
            Authorities authorities,
            StaffDirectory staff,
            Entrustments entrustments,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.authorities = authorities;
        this.staff = staff;
        this.entrustments = entrustments;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** A browser that is signed in: the secret it keeps, and who works there. */
    public record SignedIn(Token token, Session session) {}

    /** A signed-in browser as a request sees it. */
    public record Session(Caller caller, String locale) {}

    /** Signs in without a password; the demo's sign-in page calls this, nothing else may. */
    @Transactional(propagation = Propagation.NEVER)
    public SignedIn signInForDemo(String login) {
        Optional<AccountId> account =
                transactions.execute(status ->
                        sql.select(ACCOUNT.ID)
                                .from(ACCOUNT)
                                .where(ACCOUNT.LOGIN.eq(login))
                                .and(ACCOUNT.STATE.eq("ACTIVE"))
                                .fetchOptional(row -> new AccountId(row.value1())));
        return open(
                account.orElseThrow(() -> new Refused("access.sign-in")),
                Optional.empty(),
                Way.DEMO);
    }

    /**
     * The session of a browser, if its secret is right and it has not slept too long. Asked at each
     * request, by nobody yet: one statement, which also writes that it is still used, unless rights
     * changed.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Session> resume(Token token) {
        Instant now = clock.instant();
        byte[] hash = token.digest().bytes();
        Optional<ResumeRecord> found =
                transactions.execute(status ->
                        sql.selectFrom(RESUME(hash, now, now.minus(IDLE))).fetchOptional());
        return resumed(found, hash, now);
    }

    /**
     * The session with this fingerprint until it ends, for a program that works on for its browser:
     * the browser may sleep meanwhile, and is not kept awake by it.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Session> resume(Digest session) {
        Instant now = clock.instant();
        Optional<ResumeRecord> found =
                transactions.execute(status ->
                        sql.selectFrom(RESUME_QUIETLY(session.bytes(), now))
                                .fetchOptional(row -> row.into(RESUME)));
        return resumed(found, session.bytes(), now);
    }

    private Optional<Session> resumed(Optional<ResumeRecord> found, byte[] hash, Instant now) {
        return found.flatMap(row -> {
            if (!row.getStandingUntil().isAfter(now)) {
                return signingIn(() -> renew(hash, row)).map(standing -> session(row, standing));
            }
            return Optional.of(session(row, Json.read(row.getStanding(), Standing.class)));
        });
    }

    /**
     * Works on for another authority that the account also works for; whoever was vouched for by a
     * provider only where that authority wrote the same person down.
     */
    @Transactional(propagation = Propagation.NEVER)
    public SignedIn changeAuthority(Token token, AuthorityId authority) {
        Caller caller = Callers.current();
        AccountId account = caller.account();
        Optional<Provider> vouched = transactions.execute(status -> vouchedIn(token));
        vouched.ifPresent(provider -> refuseStranger(provider, account, authority));
        SignedIn signedIn = open(account, Optional.of(authority), Way.SWITCH, vouched);
        Callers.run(caller, () -> transactions.executeWithoutResult(status -> signOut(token)));
        return signedIn;
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

    /** Who vouched for the person of a session, and as whom. */
    record Provider(String issuer, String subject) {}

    /** Opens a session for the wanted authority, or else for the first one of the account. */
    SignedIn open(AccountId account, Optional<AuthorityId> wanted, Way way) {
        return open(account, wanted, way, Optional.empty());
    }

    /**
     * Opens a session, as the person himself and in one commit with the line in the log of the
     * authority that says so.
     */
    SignedIn open(
            AccountId account, Optional<AuthorityId> wanted, Way way, Optional<Provider> provider) {
        Opening opening = transactions.execute(status -> prepare(account, wanted));
        Token token = tokens.draw();
        return Callers.as(
                opening.session().caller(),
                () ->
                        transactions.execute(status -> {
                            keep(token, account, opening, provider);
                            events.publishEvent(new AccountSignedIn(account, way));
                            return new SignedIn(token, opening.session());
                        }));
    }

    /** What somebody may do who is about to be signed in. */
    private record Opening(Session session, Standing standing) {}

    private Opening prepare(AccountId account, Optional<AuthorityId> wanted) {
        List<AuthorityId> employers = staff.employersOf(account);
        AuthorityId authority =
                wanted.or(() -> employers.stream().findFirst())
                        .filter(employers::contains)
                        .orElseThrow(() -> new Refused("access.no-authority"));
        Standing standing =
                standingOf(account, authority)
                        .orElseThrow(() -> new Refused("access.no-authority"));
        String locale =
                sql.select(ACCOUNT.LOCALE)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account.value()))
                        .fetchSingle(ACCOUNT.LOCALE);
        return new Opening(session(account, authority, standing, locale), standing);
    }

    private void keep(
            Token token, AccountId account, Opening opening, Optional<Provider> provider) {
        Instant now = clock.instant();
        var row = sql.newRecord(SESSION);
        row.setTokenHash(token.digest().bytes());
        row.setAccountId(account.value());
        row.setAuthorityId(opening.session().caller().authority().value());
        row.setStanding(Json.of(opening.standing()));
        row.setStandingUntil(opening.standing().until());
        row.setCreatedAt(now);
        row.setSeenAt(now);
        row.setExpiresAt(now.plus(LONGEST));
        provider.ifPresent(one -> {
            row.setIssuer(one.issuer());
            row.setSubject(one.subject());
        });
        sql.insertInto(SESSION).set(row).execute();
    }

    private Optional<Provider> vouchedIn(Token token) {
        return sql.select(SESSION.ISSUER, SESSION.SUBJECT)
                .from(SESSION)
                .where(SESSION.TOKEN_HASH.eq(token.digest().bytes()))
                .and(SESSION.SUBJECT.isNotNull())
                .fetchOptional(row -> new Provider(row.value1(), row.value2()));
    }

    private void refuseStranger(Provider provider, AccountId account, AuthorityId authority) {
        boolean known =
                transactions.execute(status ->
                        sql.fetchExists(
                                PROVIDER_IDENTITY,
                                PROVIDER_IDENTITY
                                        .AUTHORITY_ID
                                        .eq(authority.value())
                                        .and(PROVIDER_IDENTITY.ACCOUNT_ID.eq(account.value()))
                                        .and(PROVIDER_IDENTITY.ISSUER.eq(provider.issuer()))
                                        .and(PROVIDER_IDENTITY.SUBJECT.eq(provider.subject()))));
        if (!known) {
            throw new Refused("access.provider-choose-again");
        }
    }

    private <T> T signingIn(Supplier<T> work) {
        return Callers.as(Caller.signingIn(), () -> transactions.execute(status -> work.get()));
    }

    /** Whoever changes rights in this moment is waited for, and what he changed is read. */
    private Optional<Standing> renew(byte[] hash, ResumeRecord row) {
        boolean there =
                !sql.select(SESSION.ACCOUNT_ID)
                        .from(SESSION)
                        .where(SESSION.TOKEN_HASH.eq(hash))
                        .forUpdate()
                        .fetch()
                        .isEmpty();
        if (!there) {
            return Optional.empty();
        }
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
        return staff.standingOf(account, known.id())
                .map(standing -> entrustments.with(standing, account, known.id()));
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
