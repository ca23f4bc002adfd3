// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import be.onthaal.access.spi.IdentityProviders;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.OvoCode;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
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

    private final ProviderVisits visits;
    private final IdentityProviders providers;
    private final ProviderIdentities identities;
    private final Authorities authorities;
    private final StaffDirectory staff;
    private final Sessions sessions;
    private final SignInLog log;
    private final TransactionOperations transactions;

    ProviderSignIns(
            ProviderVisits visits,
            IdentityProviders providers,
            ProviderIdentities identities,
            Authorities authorities,
            StaffDirectory staff,
            Sessions sessions,
            SignInLog log,
            TransactionOperations transactions) {
        this.visits = visits;
        this.providers = providers;
        this.identities = identities;
        this.authorities = authorities;
        this.staff = staff;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
    }

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
        return providers.forStaff().isOffered()
                ? Optional.of(providers.forStaff().name())
                : Optional.empty();
    }

    /** Where a browser goes to be recognised. */
    @Transactional(propagation = Propagation.NEVER)
    public URI depart(Token browser, String target) {
        return visits.depart(providers.forStaff(), browser, target);
    }

    /** Signs in whoever comes back, when everything about him is right. */
    @Transactional(propagation = Propagation.NEVER)
    public Arrival arrive(ProviderVisits.Return back) {
        ProviderVisits.Visit visit = visits.end(back);
        try {
            return welcome(visits.vouched(providers.forStaff(), visit, back), visit.target());
        } catch (Refused refused) {
            log.refused(refusal(Optional.empty(), refused.code(), Map.of()), Optional.empty());
            throw refused;
        }
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
