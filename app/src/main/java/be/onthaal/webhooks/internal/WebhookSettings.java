// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How receivers are called.
 *
 * @param inside whether receivers may stand in our own network, and there without TLS
 * @param connect how long making a connection may take
 * @param whole how long a call may take from beginning to end
 */
@ConfigurationProperties("onthaal.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean inside,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("15s") Duration whole) {}
