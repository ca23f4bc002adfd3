// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How patient we are with mail servers.
 *
 * @param largest a mail that is larger is recorded and left in the mailbox
 * @param poll how often a server is asked that cannot tell by itself
 */
@ConfigurationProperties("onthaal.mail.imap")
record ImapSettings(
        @DefaultValue("5s") Duration connect,
        @DefaultValue("20s") Duration read,
        @DefaultValue("60MB") DataSize largest,
        @DefaultValue("5s") Duration poll) {}
