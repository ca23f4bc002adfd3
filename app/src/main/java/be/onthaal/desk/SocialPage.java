// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseLine;
import be.onthaal.common.PartialDate;
import be.onthaal.party.Party;
import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.SocialStatuses;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The social data of a customer, as it was asked now; nothing of it is kept.
 *
 * @param cases his open cases, one of which may be the reason to ask
 * @param asked what was asked, to ask it again
 * @param wages per year, when those were asked
 */
public record SocialPage(
        Party party,
        List<CaseLine> cases,
        Asked asked,
        List<Notice> notices,
        Optional<SocialStatuses> statuses,
        List<LivingWage> wages) {

    /** Named questions of the KSZ that every authority may put. */
    public static final List<String> STATUSES =
            List.of("BIM_BVT", "BIM_BVT_IN_FAMILY", "LIVING_WAGES_PCSA_HELP", "PCSA_AND_BIM_HELP");

    public SocialPage {
        cases = List.copyOf(cases);
        notices = List.copyOf(notices);
        wages = List.copyOf(wages);
    }

    /**
     * What was asked.
     *
     * @param own a profile that the town has registered at the KSZ, with the place whose it is
     * @param reason the id of the case it is for, or nothing for a question at the counter
     */
    public record Asked(String on, Set<String> names, String own, String place, String reason) {

        public Asked {
            names = Set.copyOf(names);
        }
    }

    /** The day that was asked about. */
    public Optional<LocalDate> day() {
        return day(asked.on());
    }

    static Optional<LocalDate> day(String written) {
        return PartialDate.parse(written).flatMap(PartialDate::toLocalDate);
    }

    /** Whether a question was put and no source was away. */
    public boolean answered() {
        return statuses.isPresent() || !wages.isEmpty();
    }
}
