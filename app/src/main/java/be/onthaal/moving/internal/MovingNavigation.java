// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Permission;
import be.onthaal.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where moving in and out is found. */
@Configuration(proxyBeanMethods = false)
class MovingNavigation {

    @Bean
    NavigationEntry movingEntry() {
        return new NavigationEntry(
                NavigationEntry.Group.FOOT,
                80,
                "moving.title",
                "/beheer/verhuizing",
                "upload",
                "m",
                Permission.TRANSFER);
    }
}
