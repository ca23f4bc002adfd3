// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files are.
 *
 * @param folder with a folder for each authority, called as its address; nothing is read without it
 * @param atStart whether it is brought in each time the product starts
 * @param forReal whether the command brings it in, instead of only trying
 */
@ConfigurationProperties("onthaal.configuration")
record ConfigurationSettings(
        @DefaultValue("") String folder,
        @DefaultValue("true") boolean atStart,
        @DefaultValue("false") boolean forReal) {}
