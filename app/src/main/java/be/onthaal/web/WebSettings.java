// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the product is reached.
 *
 * @param address the address that mails and citizens use, without a slash at the end
 * @param secure true behind TLS: cookies then travel over TLS only
 * @param demo true when the demo town runs: sign-in shows its roles
 * @param showStatements true to tell in a header how many statements a page took
 */
@ConfigurationProperties("onthaal.web")
public record WebSettings(
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue("false") boolean secure,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean showStatements) {

    public String cookie() {
        return secure ? "__Host-onthaal" : "onthaal";
    }
}
