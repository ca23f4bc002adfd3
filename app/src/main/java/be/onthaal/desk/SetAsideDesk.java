// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.desk.SetAsidePage.Line;
import be.onthaal.desk.SetAsidePage.Tab;
import be.onthaal.mail.InboxMail;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.Messages;
import be.onthaal.notifications.Live;
import be.onthaal.portal.WebForm;
import be.onthaal.portal.WebForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What only a person can bring to its place: mail and web forms that were set aside. */
@Service
class SetAsideDesk {

    private final Messages messages;
    private final WebForms forms;
    private final Lists lists;
    private final Consultations consultations;
    private final Parts parts;
    private final Live live;

    SetAsideDesk(
            Messages messages,
            WebForms forms,
            Lists lists,
            Consultations consultations,
            Parts parts,
            Live live) {
        this.messages = messages;
        this.forms = forms;
        this.lists = lists;
        this.consultations = consultations;
        this.parts = parts;
        this.live = live;
    }

    /** How much waits: a part of the inbox. */
    Part<Long> count() {
        return messages.countSetAside().with(forms.countSetAside(), Long::sum);
    }

    /** Shows one sort of it; when none is asked for, the first of which there is any. */
    @Transactional
    SetAsidePage show(Optional<Tab> asked, int number) {
        PageRequest page = PageRequest.nearest(number, PageRequest.USUAL_SIZE);
        Part<Page<InboxMail>> unreadable = messages.partOfUnreadable(page);
        Part<Page<InboxMail>> quarantined = messages.partOfQuarantine(page);
        Part<Page<WebForm>> failed = forms.partOfSetAside(page);
        Parts.Answers answers = parts.ask(unreadable, quarantined, failed);
        Map<Tab, Page<?>> found =
                Map.of(
                        Tab.UNREADABLE, answers.to(unreadable),
                        Tab.QUARANTINED, answers.to(quarantined),
                        Tab.FORMS, answers.to(failed));
        Tab tab = asked.orElseGet(() -> firstWith(found));
        Page<Line> lines =
                switch (tab) {
                    case UNREADABLE -> answers.to(unreadable).map(Line::of);
                    case QUARANTINED -> answers.to(quarantined).map(Line::of);
                    case FORMS -> answers.to(failed).map(Line::of);
                };
        if (!lines.isEmpty()) {
            log(
                    tab == Tab.QUARANTINED
                            ? answers.to(quarantined).rows().stream()
                                    .flatMap(mail -> mail.party().stream())
                                    .distinct()
                                    .toList()
                            : List.of());
        }
        Caller caller = Callers.current();
        return new SetAsidePage(
                tab,
                Map.of(
                        Tab.UNREADABLE, answers.to(unreadable).total().value(),
                        Tab.QUARANTINED, answers.to(quarantined).total().value(),
                        Tab.FORMS, answers.to(failed).total().value()),
                lines,
                lists.unitNames(),
                new SetAsidePage.Rights(
                        caller.may(Permission.POST_HANDLE), caller.may(Permission.CASE_HANDLE)));
    }

    /** A mail byte for byte. */
    @Transactional
    byte[] originalOfMail(UUID id) {
        return messages.original(new MessageId(id));
    }

    /** A form as it was sent. */
    @Transactional
    WebForm originalOfForm(UUID id) {
        return forms.original(id);
    }

    /** The intake reads the mail again; that takes some seconds. */
    @Transactional
    void readAgain(UUID mail) {
        messages.tryAgain(new MessageId(mail));
        live.changed("inbox");
    }

    /** The mail gets its entry as it is. */
    @Transactional
    UUID register(UUID mail) {
        UUID entry = messages.register(new MessageId(mail));
        live.changed("inbox");
        return entry;
    }

    /** Says whether a mail belongs to the case that it names. */
    @Transactional
    void decide(UUID mail, boolean belongs) {
        if (belongs) {
            messages.accept(new MessageId(mail));
        } else {
            messages.takeAsNew(new MessageId(mail));
        }
        live.changed("inbox");
    }

    /** The form is taken in again; that takes some seconds. */
    @Transactional
    void takeInAgain(UUID form) {
        forms.tryAgain(form);
        live.changed("inbox");
    }

    /** It shows what strangers wrote, and so is logged also when none of them is a customer. */
    private void log(List<UUID> parties) {
        UUID authority = Callers.current().authority().value();
        consultations.one(
                AuditEvent.of("desk.aside-viewed", AuditEvent.Subject.of("LIST", authority)),
                parties);
    }

    private static Tab firstWith(Map<Tab, Page<?>> found) {
        return Stream.of(Tab.values())
                .filter(tab -> found.get(tab) instanceof Page<?> page && page.total().value() > 0)
                .findFirst()
                .orElse(Tab.UNREADABLE);
    }
}
