// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.web.NavigationEntry;
import be.onthaal.web.NavigationEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places that employees go to. */
@Configuration(proxyBeanMethods = false)
class Navigation {

    @Bean
    NavigationEntry todayEntry() {
        return new NavigationEntry(
                Group.MINE, 10, "desk.today", "/", "today", "v", Permission.DESK);
    }

    @Bean
    NavigationEntry inboxEntry() {
        return new NavigationEntry(
                Group.MINE, 20, "desk.inbox", "/postvak", "inbox", "i", Permission.POST_VIEW);
    }

    @Bean
    NavigationEntry contactEntry() {
        return new NavigationEntry(
                Group.MINE,
                25,
                "desk.contact",
                "/contact/nieuw",
                "phone",
                "c",
                "n",
                Permission.CONTACT_HANDLE);
    }

    @Bean
    NavigationEntry casesEntry() {
        return new NavigationEntry(
                Group.UNIT, 30, "desk.cases", "/zaken", "case", "z", Permission.CASE_VIEW);
    }

    @Bean
    NavigationEntry postEntry() {
        return new NavigationEntry(
                Group.UNIT, 35, "post.list", "/post", "post", "p", Permission.POST_VIEW);
    }

    @Bean
    NavigationEntry customersEntry() {
        return new NavigationEntry(
                Group.UNIT,
                40,
                "desk.customers",
                "/klanten",
                "customer",
                "k",
                Permission.PARTY_VIEW);
    }

    @Bean
    NavigationEntry logEntry() {
        return new NavigationEntry(
                Group.FOOT, 60, "desk.log", "/logboek", "eye", "l", Permission.AUDIT_VIEW);
    }

    @Bean
    NavigationEntry administrationEntry() {
        return new NavigationEntry(
                Group.FOOT, 70, "desk.admin", "/beheer", "settings", "b", Permission.ADMINISTER);
    }
}
