// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How identity cards are read; without issuers they are not.
 *
 * @param issuers the file (PEM) with the certificates of those who issue cards, such as the Citizen
 *     CAs of Belgium
 * @param origin the address of this installation as browsers know it, since cards sign it
 * @param revocation whether the issuer is asked if the card was stopped (OCSP)
 * @param patience how long that may take
 */
@ConfigurationProperties("onthaal.eid")
record EidSettings(
        @DefaultValue("") String issuers,
        @DefaultValue("http://localhost:8080") String origin,
        @DefaultValue("true") boolean revocation,
        @DefaultValue("3s") Duration patience) {}
