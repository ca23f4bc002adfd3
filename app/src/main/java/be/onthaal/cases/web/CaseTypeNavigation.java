// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Permission;
import be.onthaal.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where case types are found. */
@Configuration(proxyBeanMethods = false)
class CaseTypeNavigation {

    @Bean
    NavigationEntry caseTypesEntry() {
        return new NavigationEntry(
                NavigationEntry.Group.FOOT,
                74,
                "casetypes.title",
                CaseTypePages.HOME,
                "case",
                "y",
                Permission.CASE_TYPES_MANAGE);
    }
}
