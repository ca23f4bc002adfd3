// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How mail is taken in.
 *
 * @param lease after this, the mailboxes of a killed process are read by another
 * @param look how often a process looks for mailboxes that nobody reads
 * @param idle how long the mail server is listened to before we look ourselves
 * @param compare how often what the mail server holds is laid beside what we have
 * @param mailboxes the most that one process reads
 * @param batch the most mails in one commit
 * @param batchSize the most bytes in one commit, unless a single mail is larger
 */
@ConfigurationProperties("onthaal.mail.intake")
public record IntakeSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("2s") Duration look,
        @DefaultValue("20s") Duration idle,
        @DefaultValue("1h") Duration compare,
        @DefaultValue("200") int mailboxes,
        @DefaultValue("50") int batch,
        @DefaultValue("16MB") DataSize batchSize) {}
