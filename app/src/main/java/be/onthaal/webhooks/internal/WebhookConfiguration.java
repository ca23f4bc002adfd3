// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Permission;
import be.onthaal.web.NavigationEntry;
import java.net.InetAddress;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line to receivers, and where their page is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    Receivers receivers(WebhookSettings settings) {
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new Receivers(settings, InetAddress::getAllByName, tls);
    }

    @Bean
    NavigationEntry webhooksEntry() {
        return new NavigationEntry(
                NavigationEntry.Group.FOOT,
                77,
                "webhooks.title",
                WebhookPages.HOME,
                "send",
                "",
                Permission.WEBHOOKS_MANAGE);
    }
}
