// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.OIDC_ATTEMPT;

import be.onthaal.access.internal.db.tables.records.OidcAttemptRecord;
import be.onthaal.access.spi.IdentityProvider;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.Digest;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NotFound;
import be.onthaal.common.OvoCode;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signing in through a provider of identities. A browser leaves with secrets of its own and comes
 * back once, within minutes, in the same browser: so nobody is signed in as somebody else. Accounts
 * are never made here, and a mail address proves nothing.
 */
@Service
public class ProviderSignIns {

    /** How long somebody may stay away. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final IdentityProvider provider;
    private final ProviderIdentities identities;
    private final Authorities authorities;
    private final StaffDirectory staff;
    private final Sessions sessions;
    private final SignInLog log;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    ProviderSignIns(
            DSLContext sql,
            IdentityProvider provider,
            ProviderIdentities identities,
            Authorities authorities,
            StaffDirectory staff,
            Sessions sessions,
            SignInLog log,
            TransactionOperations transactions,
            Clock clock) {
        this.sql = sql;
        this.provider = provider;
        this.identities = identities;
        this.authorities = authorities;
        this.staff = staff;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What the provider's answer says in the address of a browser that comes back.
     *
     * @param browser the secret that this browser left with
     * @param error the provider's own word for what went wrong
     */
    public record Return(
            Optional<Token> state,
            Optional<Token> browser,
            Optional<String> code,
            Optional<String> error) {}

    /** How coming back ended. */
    public sealed interface Arrival {

        /** The page that he wanted when he left. */
        String target();
    }

    /** Signed in. */
    public record Arrived(Sessions.SignedIn signedIn, String target) implements Arrival {}

    /**
     * The provider vouches for somebody whom the authority does not know.
     *
     * @param identity by what an administrator can write him down
     */
    public record Stranger(String reason, String identity, String target) implements Arrival {}

    /** What the button calls the provider; empty when there is none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> provider() {
        return provider.isOffered() ? Optional.of(provider.name()) : Optional.empty();
    }

    /** Where a browser goes to be recognised. */
    @Transactional(propagation = Propagation.NEVER)
    public URI depart(Token browser, String target) {
        if (!provider.isOffered()) {
            throw new NotFound("web.page");
        }
        var secrets =
                new IdentityProvider.Secrets(
                        tokens.draw().value(), tokens.draw().value(), tokens.draw().value());
        URI where = provider.departure(secrets);
        transactions.executeWithoutResult(status -> keep(secrets, browser, target));
        return where;
    }

    /** Signs in whoever comes back, when everything about him is right. */
    @Transactional(propagation = Propagation.NEVER)
    public Arrival arrive(Return back) {
        OidcAttemptRecord attempt =
                transactions
                        .execute(status -> back.state().flatMap(this::take))
                        .orElseThrow(() -> new Refused("access.provider-state"));
        Instant end = attempt.getCreatedAt().plus(LIFE);
        boolean same =
                back.browser()
                        .filter(token ->
                                MessageDigest.isEqual(
                                        token.digest().bytes(), attempt.getBrowserHash()))
                        .isPresent();
        try {
            if (!same) {
                throw new Refused("access.provider-state");
            }
            if (!clock.instant().isBefore(end)) {
                throw new Refused("access.provider-late");
            }
            return welcome(vouched(back, attempt), attempt.getTarget());
        } catch (Refused refused) {
            log.refused(refusal(Optional.empty(), refused.code(), Map.of()), Optional.empty());
            throw refused;
        }
    }

    /** Forgets who left and never came back. */
    private void keep(IdentityProvider.Secrets secrets, Token browser, String target) {
        Instant now = clock.instant();
        sql.deleteFrom(OIDC_ATTEMPT).where(OIDC_ATTEMPT.CREATED_AT.lt(now.minus(LIFE))).execute();
        sql.insertInto(OIDC_ATTEMPT)
                .set(OIDC_ATTEMPT.STATE_HASH, Digest.of(secrets.state()).bytes())
                .set(OIDC_ATTEMPT.NONCE, secrets.nonce())
                .set(OIDC_ATTEMPT.VERIFIER, secrets.verifier())
                .set(OIDC_ATTEMPT.BROWSER_HASH, browser.digest().bytes())
                .set(OIDC_ATTEMPT.TARGET, target)
                .set(OIDC_ATTEMPT.CREATED_AT, now)
                .execute();
    }

    /** Taken out as it is read: whoever comes a second time finds nothing. */
    private Optional<OidcAttemptRecord> take(Token state) {
        return sql.deleteFrom(OIDC_ATTEMPT)
                .where(OIDC_ATTEMPT.STATE_HASH.eq(state.digest().bytes()))
                .returning()
                .fetchOptional();
    }

    private Vouched vouched(Return back, OidcAttemptRecord attempt) {
        if (back.error().isPresent()) {
            throw new Refused(
                    back.error().get().equals("access_denied")
                            ? "access.provider-denied"
                            : "access.provider-failed");
        }
        String code = back.code().orElseThrow(() -> new Refused("access.provider-failed"));
        String state = back.state().orElseThrow().value();
        return provider.redeem(
                code,
                new IdentityProvider.Secrets(state, attempt.getNonce(), attempt.getVerifier()));
    }

    private Arrival welcome(Vouched vouched, String target) {
        Authority authority =
                vouched.organisation()
                        .flatMap(this::authority)
                        .orElseThrow(() -> new Refused("access.provider-authority"));
        Optional<AccountId> account =
                transactions.execute(status -> identities.recognise(vouched, authority.id()));
        if (account.isEmpty()) {
            return turnAway(vouched, authority, target);
        }
        boolean works =
                transactions.execute(
                        status -> staff.standingOf(account.get(), authority.id()).isPresent());
        if (!works) {
            return turnAway(vouched, authority, account, "access.provider-elsewhere", target);
        }
        var vouchedBy = new Sessions.Provider(vouched.issuer(), vouched.subject());
        return new Arrived(
                sessions.open(
                        account.get(),
                        Optional.of(authority.id()),
                        Way.PROVIDER,
                        Optional.of(vouchedBy)),
                target);
    }

    /** ACM/IDM names a local authority by its enterprise number or by its OVO code. */
    private Optional<Authority> authority(String code) {
        Optional<OvoCode> ovo = OvoCode.parse(code);
        Optional<EnterpriseNumber> enterprise = EnterpriseNumber.parse(code);
        return authorities.list().stream()
                .filter(one ->
                        ovo.filter(one.numbers().ovo()::equals).isPresent()
                                || enterprise
                                        .filter(one.numbers().enterprise()::equals)
                                        .isPresent())
                .findFirst();
    }

    private Arrival turnAway(Vouched vouched, Authority authority, String target) {
        boolean elsewhere = transactions.execute(status -> identities.knows(vouched));
        String reason = elsewhere ? "access.provider-elsewhere" : "access.provider-unknown";
        return turnAway(vouched, authority, Optional.empty(), reason, target);
    }

    private Arrival turnAway(
            Vouched vouched,
            Authority authority,
            Optional<AccountId> account,
            String reason,
            String target) {
        log.refused(
                refusal(account, reason, Map.of("identity", vouched.recordable())),
                Optional.of(authority));
        return new Stranger(reason, vouched.recordable(), target);
    }

    private static SignInRefused refusal(
            Optional<AccountId> account, String reason, Map<String, String> detail) {
        return new SignInRefused(account, Way.PROVIDER, reason, detail);
    }
}
