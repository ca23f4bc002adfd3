// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.access.Permission;
import be.onthaal.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where decision tables are found. */
@Configuration(proxyBeanMethods = false)
class DecisionNavigation {

    @Bean
    NavigationEntry decisionsEntry() {
        return new NavigationEntry(
                NavigationEntry.Group.FOOT,
                75,
                "decisions.title",
                "/beheer/beslissingstabellen",
                "form",
                "t",
                Permission.DECISIONS_MANAGE);
    }
}
