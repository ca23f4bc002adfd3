// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.PageRequest;
import be.onthaal.contact.Contacts;
import be.onthaal.post.PostRegister;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what today looks like. */
@Service
class TodayDesk {

    private static final int SHOWN = 8;

    private final PostRegister post;
    private final Contacts contacts;
    private final Cases cases;
    private final DayCounts days;
    private final Consultations consultations;
    private final Clock clock;

    TodayDesk(
            PostRegister post,
            Contacts contacts,
            Cases cases,
            DayCounts days,
            Consultations consultations,
            Clock clock) {
        this.post = post;
        this.contacts = contacts;
        this.cases = cases;
        this.days = days;
        this.consultations = consultations;
        this.clock = clock;
    }

    @Transactional
    TodayPage today() {
        Caller caller = Callers.current();
        boolean mayNote = caller.may(Permission.CONTACT_HANDLE);
        return new TodayPage(
                Brussels.today(clock),
                caller.may(Permission.POST_VIEW) ? Optional.of(post(caller)) : Optional.empty(),
                caller.may(Permission.CASE_VIEW) ? Optional.of(work()) : Optional.empty(),
                mayNote ? contacts.today() : Map.of(),
                mayNote);
    }

    private TodayPage.Post post(Caller caller) {
        Set<UnitId> mine = caller.rights().units();
        boolean all = caller.may(Permission.COORDINATE) || mine.isEmpty();
        long waiting =
                post.openPerUnit().entrySet().stream()
                        .filter(entry -> all || mine.contains(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return new TodayPage.Post(waiting, post.registeredToday());
    }

    private TodayPage.Work work() {
        List<CaseLine> mine =
                cases.list(CaseFilter.of(CaseFilter.View.MINE), new PageRequest(1, SHOWN)).rows();
        consultations.list("desk.today-viewed", CaseParties.of(mine));
        return new TodayPage.Work(cases.counts(), mine, days.lastDays());
    }
}
