// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.mail.Messages;
import be.onthaal.notifications.Live;
import be.onthaal.post.EntryId;
import be.onthaal.post.InboxFilter;
import be.onthaal.post.InboxLine;
import be.onthaal.post.Outcome;
import be.onthaal.post.PostRegister;
import be.onthaal.routing.Extras;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inbox of the units. */
@Service
class InboxDesk {

    private final PostRegister post;
    private final Messages messages;
    private final SetAsideDesk aside;
    private final Lists lists;
    private final Consultations consultations;
    private final Parts parts;
    private final Live live;

    InboxDesk(
            PostRegister post,
            Messages messages,
            SetAsideDesk aside,
            Lists lists,
            Consultations consultations,
            Parts parts,
            Live live) {
        this.post = post;
        this.messages = messages;
        this.aside = aside;
        this.lists = lists;
        this.consultations = consultations;
        this.parts = parts;
        this.live = live;
    }

    @Transactional
    InboxPage show(Optional<UnitId> unit, int number, Optional<InboxPage.Bulk> bulk) {
        var filter = new InboxFilter(unit.map(Set::of).orElse(Set.of()));
        Part<Page<InboxLine>> waiting =
                post.partOfInbox(filter, PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        Part<Map<UnitId, Long>> perUnit = post.openPerUnit();
        Part<Long> setAside = aside.count();
        Parts.Answers answers = parts.ask(waiting, perUnit, setAside);
        Page<InboxLine> lines = answers.to(waiting);
        consultations.list(
                "desk.inbox-viewed",
                lines.rows().stream().flatMap(line -> line.piece().party().stream()).toList());
        boolean handles = Callers.current().may(Permission.POST_HANDLE);
        var choices =
                new InboxPage.Choices(lists.unitNames(), lists.units(), handles, lists.today());
        return new InboxPage(
                lines,
                unit,
                answers.to(perUnit),
                choices,
                bulk,
                answers.to(setAside),
                marks(lines));
    }

    /** What rules said of the mails among them, if any rule did. */
    private Map<UUID, Extras> marks(Page<InboxLine> lines) {
        return lines.isEmpty()
                ? Map.of()
                : parts.answer(
                        messages.partOfMarks(
                                lines.rows().stream().map(line -> line.id().value()).toList()));
    }

    /** The number of an entry, for telling what became of it. */
    @Transactional(readOnly = true)
    String number(EntryId id) {
        return post.get(id).number().display();
    }

    @Transactional
    void settle(EntryId id) {
        post.settle(id, new Outcome.NoCaseNeeded());
        live.changed("inbox");
    }

    @Transactional
    void settle(EntryId id, String note) {
        post.settle(id, new Outcome.Handled(note));
        live.changed("inbox");
    }

    @Transactional
    void route(EntryId id, UnitId unit) {
        post.route(id, unit);
        live.changed("inbox");
    }
}
