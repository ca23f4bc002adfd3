// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.OIDC_ATTEMPT;

import be.onthaal.access.internal.db.tables.records.OidcAttemptRecord;
import be.onthaal.access.spi.IdentityProvider;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.common.Tokens;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Browsers that leave for a provider of identities and come back: once, within minutes, and to the
 * browser that left.
 */
@Service
public class ProviderVisits {

    /** Whoever stays away longer begins again. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    ProviderVisits(DSLContext sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
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

    /** One that has left and has not come back. */
    public static final class Visit {

        private final OidcAttemptRecord row;

        private Visit(OidcAttemptRecord row) {
            this.row = row;
        }

        /** The page that he wanted when he left. */
        public String target() {
            return row.getTarget();
        }
    }

    /** Where a browser goes to be recognised. */
    @Transactional(propagation = Propagation.NEVER)
    public URI depart(IdentityProvider provider, Token browser, String target) {
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

    /** The visit that a browser says it comes back from; nobody comes back from it again. */
    @Transactional(propagation = Propagation.NEVER)
    public Visit end(Return back) {
        return transactions
                .execute(status -> back.state().flatMap(this::take))
                .map(Visit::new)
                .orElseThrow(() -> new Refused("access.provider-state"));
    }

    /** Whom the provider vouches for, when everything about coming back is right. */
    @Transactional(propagation = Propagation.NEVER)
    public Vouched vouched(IdentityProvider provider, Visit visit, Return back) {
        refuseAnotherBrowser(visit, back);
        if (!clock.instant().isBefore(visit.row.getCreatedAt().plus(LIFE))) {
            throw new Refused("access.provider-late");
        }
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
                new IdentityProvider.Secrets(state, visit.row.getNonce(), visit.row.getVerifier()));
    }

    private static void refuseAnotherBrowser(Visit visit, Return back) {
        boolean same =
                back.browser()
                        .filter(token ->
                                MessageDigest.isEqual(
                                        token.digest().bytes(), visit.row.getBrowserHash()))
                        .isPresent();
        if (!same) {
            throw new Refused("access.provider-state");
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
}
