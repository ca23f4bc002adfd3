// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import be.onthaal.common.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Those whose cards are believed. A card that was stopped is refused; where the issuer does not say
 * so in time, the card that lies on the counter is believed, and that it was not checked is told.
 */
@Component
class CardIssuers {

    private static final Logger log = LoggerFactory.getLogger(CardIssuers.class);

    private final EidSettings settings;
    private final List<X509Certificate> issuers;
    private final Clock clock;

    CardIssuers(EidSettings settings, Clock clock) {
        this.settings = settings;
        this.issuers = read(settings.issuers());
        this.clock = clock;
    }

    boolean areTrusted() {
        return !issuers.isEmpty();
    }

    /** Refuses a card of anybody else; says whether its issuer was asked and answered. */
    boolean vouchFor(X509Certificate card) throws GeneralSecurityException {
        X509Certificate issuer = issuerOf(card);
        issuer.checkValidity(Date.from(clock.instant()));
        validate(card, issuer, Optional.empty());
        return settings.revocation() && isAlive(card, issuer);
    }

    private X509Certificate issuerOf(X509Certificate card) throws GeneralSecurityException {
        return issuers.stream()
                .filter(issuer ->
                        issuer.getSubjectX500Principal().equals(card.getIssuerX500Principal()))
                .filter(issuer -> signed(issuer, card))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("an issuer that is not trusted"));
    }

    private static boolean signed(X509Certificate issuer, X509Certificate card) {
        try {
            card.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** The asking itself knows no end, so that it is waited for no longer than is set. */
    private boolean isAlive(X509Certificate card, X509Certificate issuer) {
        var asking = new FutureTask<>(() -> ask(card, issuer));
        Thread.ofVirtual().name("ocsp").start(asking);
        try {
            return asking.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            asking.cancel(true);
            log.warn("The issuer of a card does not say in time whether it was stopped");
            return false;
        } catch (ExecutionException stopped) {
            if (stopped.getCause() instanceof Refused refused) {
                throw refused;
            }
            log.warn("The issuer of a card does not say whether it was stopped");
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask(X509Certificate card, X509Certificate issuer)
            throws GeneralSecurityException {
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(
                EnumSet.of(
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        try {
            validate(card, issuer, Optional.of(checker));
            return true;
        } catch (CertPathValidatorException invalid) {
            if (invalid.getReason() == BasicReason.REVOKED) {
                throw new Refused("eid.stopped");
            }
            throw invalid;
        }
    }

    private void validate(
            X509Certificate card,
            X509Certificate issuer,
            Optional<PKIXRevocationChecker> revocation)
            throws GeneralSecurityException {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(card));
        var rules = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        rules.setDate(Date.from(clock.instant()));
        rules.setRevocationEnabled(false);
        revocation.ifPresent(rules::addCertPathChecker);
        CertPathValidator.getInstance("PKIX").validate(path, rules);
    }

    private static List<X509Certificate> read(String file) {
        if (file.isBlank()) {
            return List.of();
        }
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("onthaal.eid.issuers cannot be read", missing);
        } catch (GeneralSecurityException nonsense) {
            throw new IllegalArgumentException("onthaal.eid.issuers holds no certificates");
        }
    }
}
