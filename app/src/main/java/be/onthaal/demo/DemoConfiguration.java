// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.web.DemoRole;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the demo puts beside the product: its clock, and the people whom a visitor may be. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class DemoConfiguration {

    @Bean
    @Primary
    Clock storyClock() {
        return new StoryClock(Clock.systemUTC());
    }

    @Bean
    DemoRole firstLine() {
        return role(DemoPeople.NADIA, "phone", "Eerste lijn, Onthaal: post, mail en balie");
    }

    @Bean
    DemoRole handler() {
        return role(DemoPeople.ELS, "case", "Dossierbehandelaar, Burgerzaken");
    }

    @Bean
    DemoRole socialWorker() {
        return role(DemoPeople.JONAS, "lock", "Maatschappelijk werker, OCMW Mortsel");
    }

    @Bean
    DemoRole headOfSocialWork() {
        return role(DemoPeople.LIEN, "lock", "Hoofd van de sociale dienst, OCMW Mortsel");
    }

    @Bean
    DemoRole postClerk() {
        return role(DemoPeople.RITA, "letter", "Post en archief, Onthaal");
    }

    @Bean
    DemoRole coordinator() {
        return role(DemoPeople.TOM, "chart", "Coördinator: verdeelt het werk");
    }

    @Bean
    DemoRole administrator() {
        return role(DemoPeople.BRAM, "settings", "Beheerder: stelt in en ziet het logboek");
    }

    @Bean
    DemoRole privacyOfficer() {
        return role(DemoPeople.INE, "eye", "Functionaris gegevensbescherming: leest het logboek");
    }

    @Bean
    DemoRole archivist() {
        return role(DemoPeople.GREET, "archive", "Archivaris: stelt voor wat vernietigd wordt");
    }

    @Bean
    DemoRole secondArchivist() {
        return role(DemoPeople.PIET, "sign", "Informatiebeheerder: keurt vernietiging goed");
    }

    private static DemoRole role(DemoPeople.Colleague colleague, String icon, String description) {
        return new DemoRole(colleague.login(), colleague.name(), description, icon);
    }
}
