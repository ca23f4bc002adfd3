// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.access.Authority;
import be.onthaal.access.AuthorityGroupId;
import be.onthaal.access.AuthorityId;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.OvoCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The authorities of the demo: real names and public numbers (administrations published by
 * Agentschap Binnenlands Bestuur, NIS codes 2025), invented everything else.
 */
enum DemoAuthorities {
    MORTSEL(
            Authority.Kind.MUNICIPALITY,
            "Stad Mortsel",
            "0207536646",
            "OVO002187",
            "11029",
            "plum"),
    OCMW_MORTSEL(Authority.Kind.OCMW, "OCMW Mortsel", "0212200861", "OVO002364", "11029", "moss"),
    DENDERLEEUW(
            Authority.Kind.MUNICIPALITY,
            "Gemeente Denderleeuw",
            "0207439745",
            "OVO002045",
            "41011",
            "blue"),
    OCMW_DENDERLEEUW(
            Authority.Kind.OCMW, "OCMW Denderleeuw", "0212245797", "OVO002602", "41011", "slate"),
    ANTWERPEN(
            Authority.Kind.MUNICIPALITY,
            "Stad Antwerpen",
            "0207500123",
            "OVO001999",
            "11002",
            "brick"),
    OCMW_ANTWERPEN(
            Authority.Kind.OCMW, "OCMW Antwerpen", "0212235604", "OVO002350", "11002", "slate");

    private final Authority.Kind kind;
    private final String label;
    private final String enterprise;
    private final String ovo;
    private final String nis;
    private final String theme;

    DemoAuthorities(
            Authority.Kind kind,
            String label,
            String enterprise,
            String ovo,
            String nis,
            String theme) {
        this.kind = kind;
        this.label = label;
        this.enterprise = enterprise;
        this.ovo = ovo;
        this.nis = nis;
        this.theme = theme;
    }

    Authority in(AuthorityGroupId group) {
        byte[] seed = enterprise.getBytes(StandardCharsets.US_ASCII);
        return new Authority(
                new AuthorityId(UUID.nameUUIDFromBytes(seed)),
                group,
                kind,
                label,
                name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                new Authority.Numbers(
                        new EnterpriseNumber(enterprise), new OvoCode(ovo), new NisCode(nis)),
                theme,
                List.of("nl", "fr", "en"),
                List.of());
    }

    boolean isMunicipality() {
        return kind == Authority.Kind.MUNICIPALITY;
    }
}
