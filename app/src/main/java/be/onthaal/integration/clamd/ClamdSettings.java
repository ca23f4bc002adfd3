// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.clamd;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where clamd listens; without a host nobody looks for viruses, and the product says so.
 *
 * @param answer how long it may think after the last byte
 * @param whole how long it may take over a file, from the first byte to its answer
 */
@ConfigurationProperties("onthaal.documents.clamd")
record ClamdSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("60s") Duration answer,
        @DefaultValue("5m") Duration whole) {}
