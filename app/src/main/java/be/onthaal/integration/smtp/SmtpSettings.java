// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that our mail leaves through; without a host, mail waits until there is one.
 *
 * @param user empty when the server knows us by our address
 */
@ConfigurationProperties("onthaal.mail.smtp")
record SmtpSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("20s") Duration read) {

    /** How the line is kept private. */
    enum Tls {
        /** Not at all; for a server on this machine. */
        NONE,
        /** From the first exchange on; a server that cannot is refused. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }
}
