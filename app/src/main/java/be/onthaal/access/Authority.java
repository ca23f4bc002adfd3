// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.OvoCode;
import java.time.LocalDate;
import java.util.List;

/**
 * A municipality, OCMW or agency that works with this installation (OSLO besluit:Bestuurseenheid).
 *
 * @param slug the word for it in addresses of public pages
 * @param theme the name of its colours
 * @param locales languages that its public pages offer, Dutch first
 * @param holidays its own days off beside the legal ones
 */
public record Authority(
        AuthorityId id,
        AuthorityGroupId group,
        Kind kind,
        String name,
        String slug,
        Numbers numbers,
        String theme,
        List<String> locales,
        List<LocalDate> holidays) {

    /** What sort of authority it is. */
    public enum Kind {
        MUNICIPALITY,
        OCMW,
        AGENCY
    }

    /** The numbers under which the rest of the world knows it. */
    public record Numbers(EnterpriseNumber enterprise, OvoCode ovo, NisCode nis) {}
}
