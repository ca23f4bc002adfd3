// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.PageRequest;
import be.onthaal.contact.Contacts;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
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
    private final Parts parts;
    private final Clock clock;

    TodayDesk(
            PostRegister post,
            Contacts contacts,
            Cases cases,
            DayCounts days,
            Consultations consultations,
            Parts parts,
            Clock clock) {
        this.post = post;
        this.contacts = contacts;
        this.cases = cases;
        this.days = days;
        this.consultations = consultations;
        this.parts = parts;
        this.clock = clock;
    }

    @Transactional
    TodayPage today() {
        Caller caller = Callers.current();
        boolean mayNote = caller.may(Permission.CONTACT_HANDLE);
        Part<Optional<TodayPage.Post>> letters =
                caller.may(Permission.POST_VIEW)
                        ? post(caller).then(Optional::of)
                        : Part.known(Optional.empty());
        Part<Optional<TodayPage.Work>> work =
                caller.may(Permission.CASE_VIEW)
                        ? work().then(Optional::of)
                        : Part.known(Optional.empty());
        Part<Map<Channel, Long>> moments = mayNote ? contacts.today() : Part.known(Map.of());
        Parts.Answers answers = parts.ask(letters, work, moments);
        Optional<TodayPage.Work> mine = answers.to(work);
        consultations.list(
                "desk.today-viewed",
                CaseParties.of(mine.map(TodayPage.Work::mine).orElse(List.of())));
        return new TodayPage(
                Brussels.today(clock), answers.to(letters), mine, answers.to(moments), mayNote);
    }

    private Part<TodayPage.Post> post(Caller caller) {
        Set<UnitId> mine = caller.rights().units();
        boolean all = caller.coordinatesAll();
        return post.openPerUnit()
                .then(open ->
                        open.entrySet().stream()
                                .filter(entry -> all || mine.contains(entry.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum())
                .with(post.registeredToday(), TodayPage.Post::new);
    }

    private Part<TodayPage.Work> work() {
        return cases.partOfList(CaseFilter.of(CaseFilter.View.MINE), new PageRequest(1, SHOWN))
                .with(
                        days.lastDays(),
                        (list, lastDays) ->
                                new TodayPage.Work(list.counts(), list.page().rows(), lastDays));
    }
}
