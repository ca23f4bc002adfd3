// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are read and checked.
 *
 * @param waitForCheck whether nobody takes a file along before the virus check has looked at it
 * @param readers how many processes read files
 * @param memory how much memory each has, as java writes it
 * @param patience how long reading one file may take
 * @param turn how long somebody waits for a process that is free
 * @param filesEach after how many files a process is replaced
 */
@ConfigurationProperties("onthaal.documents")
public record DocumentSettings(
        @DefaultValue("false") boolean waitForCheck,
        @DefaultValue("2") int readers,
        @DefaultValue("256m") String memory,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("10s") Duration turn,
        @DefaultValue("200") int filesEach) {}
