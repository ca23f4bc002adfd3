// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;

/** The services of MAGDA that are asked, in the version that is spoken. */
enum MagdaService {
    PERSON("GeefPersoon", "02.02", persons("geefpersoon"), Kind.READ),
    HISTORY("GeefHistoriekPersoon", "02.02", persons("geefhistoriekpersoon"), Kind.READ),
    HOUSEHOLD("GeefGezinssamenstelling", "02.02", persons("geefgezinssamenstelling"), Kind.READ),
    HOUSEHOLDS(
            "GeefHistoriekGezinssamenstelling",
            "02.02",
            persons("geefhistoriekgezinssamenstelling"),
            Kind.READ),
    AT_ADDRESS("ZoekPersoonOpAdres", "02.02", persons("zoekpersoonopadres"), Kind.READ),
    BY_NAME("ZoekPersoonOpNaam", "02.02", persons("zoekpersoonopnaam"), Kind.READ),
    ENTERPRISE(
            "GeefOnderneming",
            "02.00",
            platform("geefonderneming", "onderneming", "02_00"),
            Kind.READ),
    ENTERPRISES(
            "ZoekOnderneming",
            "02.00",
            platform("zoekonderneming", "onderneming", "02_00"),
            Kind.READ),
    FUNCTIONS("GeefFuncties", "02.00", platform("geeffuncties", "onderneming", "02_00"), Kind.READ),
    SOCIAL_STATUS(
            "GeefSociaalStatuut",
            "03.00",
            "http://magda.vlaanderen.be/soczek/soap/geefsociaalstatuut/v03_00",
            Kind.SOCIAL),
    LIVING_WAGE(
            "GeefLeefloonbedragen",
            "02.00",
            platform("geefleefloonbedragen", "soczek", "02_00"),
            Kind.SOCIAL),
    FOLLOW(
            "RegistreerInschrijving",
            "02.01",
            platform("registreerinschrijving", "repertorium", "02_01"),
            Kind.CHANGE),
    UNFOLLOW(
            "RegistreerUitschrijving",
            "02.01",
            platform("registreeruitschrijving", "repertorium", "02_01"),
            Kind.CHANGE),
    CHANGES(
            "GeefPersoonMutatiesNotificaties",
            "02.00",
            platform("geefpersoonmutatiesnotificaties", "persoon", "02_00"),
            Kind.CHANGE);

    private enum Kind {
        /** May be asked again when it is not certain that it arrived. */
        READ,
        /** The same, for fewer eyes. */
        SOCIAL,
        /** Does something at the other side, or moves a mark there. */
        CHANGE
    }

    private final String title;
    private final String version;
    private final String namespace;
    private final Kind kind;

    MagdaService(String title, String version, String namespace, Kind kind) {
        this.title = title;
        this.version = version + ".0000";
        this.namespace = namespace;
        this.kind = kind;
    }

    /** As MAGDA calls it. */
    String title() {
        return title;
    }

    String version() {
        return version;
    }

    String namespace() {
        return namespace;
    }

    boolean isRepeatable() {
        return kind != Kind.CHANGE;
    }

    /** True when it changes what MAGDA keeps about us, and so is an action and no consultation. */
    boolean isAction() {
        return this == FOLLOW || this == UNFOLLOW;
    }

    Permission permission() {
        return kind == Kind.SOCIAL ? Permission.SOCIAL_CONSULT : Permission.REGISTER_CONSULT;
    }

    Confidentiality confidentiality() {
        return kind == Kind.SOCIAL ? Confidentiality.CONFIDENTIAL : Confidentiality.INTERNAL;
    }

    private static String persons(String name) {
        return "http://magda.vlaanderen.be/persoon/soap/" + name + "/v02_02";
    }

    /** Namespaces of the integration platform under MAGDA. */
    private static String platform(String name, String domain, String version) {
        return "http://webservice.%sdienst-%s.%s-%s.vip.vlaanderen.be"
                .formatted(name, version, domain, version);
    }
}
