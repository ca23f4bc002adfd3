// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stacks are read.
 *
 * @param folder where scanners put their files, with a folder for each authority; empty for none
 * @param settled how long a file must have stayed as it is before it is taken
 * @param tesseract the program that reads words
 * @param languages the languages it reads, as it writes them
 * @param pages how many pages are read at a time
 * @param patience how long the words of one page may take
 * @param memory how much memory that may take, in megabytes
 */
@ConfigurationProperties("onthaal.scanning")
record ScanSettings(
        @DefaultValue("") String folder,
        @DefaultValue("5s") Duration settled,
        @DefaultValue("tesseract") String tesseract,
        @DefaultValue("nld+fra") String languages,
        @DefaultValue("2") int pages,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("1500") int memory) {}
