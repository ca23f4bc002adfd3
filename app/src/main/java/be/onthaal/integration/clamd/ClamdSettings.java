// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.clamd;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where clamd listens; without a host nobody looks for viruses, and the product says so.
 *
 * @param answer how long it may think after the last byte
 */
@ConfigurationProperties("onthaal.documents.clamd")
record ClamdSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("60s") Duration answer) {}
