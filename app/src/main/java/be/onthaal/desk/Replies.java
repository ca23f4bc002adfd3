// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CasePassages;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.mail.MailView;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewOutgoing;
import be.onthaal.post.Piece;
import be.onthaal.post.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to customers: begun from a template or a draft, sent, registered and told in the case.
 */
@Service
class Replies {

    /** The task that an answer to the customer ends. */

    /** Where a template leaves room for what is written. */
    private static final String ROOM = "\n\n\n";

    private final DeskModules modules;
    private final CaseMail mail;
    private final Drafts drafts;
    private final Lists lists;
    private final Authorities authorities;
    private final Parts parts;
    private final Clock clock;

    Replies(
            DeskModules modules,
            CaseMail mail,
            Drafts drafts,
            Lists lists,
            Authorities authorities,
            Parts parts,
            Clock clock) {
        this.modules = modules;
        this.mail = mail;
        this.drafts = drafts;
        this.lists = lists;
        this.authorities = authorities;
        this.parts = parts;
        this.clock = clock;
    }

    /** What was written, to send, and whether the question is answered with it. */
    record Written(String to, String subject, String text, boolean answered) {}

    static String key(CaseId id) {
        return "reply-" + id;
    }

    static String noteKey(CaseId id) {
        return "note-" + id;
    }

    /** What the caller was typing in a case: an answer and a note. */
    record Typed(Map<String, String> answer, Map<String, String> note) {}

    /** What he was typing when he left the page, as a part of it. */
    Part<Typed> typed(CaseId id) {
        return drafts.of(List.of(key(id), noteKey(id)))
                .then(kept ->
                        new Typed(
                                kept.getOrDefault(key(id), Map.of()),
                                kept.getOrDefault(noteKey(id), Map.of())));
    }

    static boolean isAnswer(CaseTask task) {
        return task.work().kind() == TaskKind.SEND && task.state() == CaseTask.TaskState.OPEN;
    }

    /** For whom a case is, and how he wants to be reached about it, as a part of a page. */
    Part<Optional<CasePage.Customer>> customer(CaseFile file, CaseType type) {
        return file.customer()
                .party()
                .filter(id -> Callers.current().may(Permission.PARTY_VIEW))
                .map(id ->
                        modules.parties()
                                .partOf(id)
                                .with(
                                        modules.preferences().partOf(id),
                                        (party, wishes) ->
                                                party.map(known ->
                                                        new CasePage.Customer(
                                                                known,
                                                                wishes.forCaseType(type.code())))))
                .orElse(Part.known(Optional.empty()));
    }

    /** The answer as it stands: what was typed before, else nothing. */
    CasePage.Reply begun(CaseFile file, Optional<CasePage.Customer> customer, Typed kept) {
        Map<String, String> typed = kept.answer();
        return new CasePage.Reply(
                templates(customer),
                Optional.ofNullable(typed.get("to"))
                        .filter(to -> !to.isBlank())
                        .or(() -> customer.flatMap(CasePage.Customer::address)),
                typed.getOrDefault("subject", file.matter().subject()),
                typed.getOrDefault("text", ""),
                !typed.isEmpty(),
                typed.isEmpty() || typed.containsKey("answered"),
                kept.note().getOrDefault("text", ""));
    }

    /** Puts a template into what is being written, and keeps that as a draft. */
    @Transactional
    void fill(CaseId id, String code, Map<String, String> typed) {
        CaseFile file = modules.cases().get(id).file();
        modules.ownFile().refuse(file.customer().party().stream().toList());
        CaseType type = lists.caseType(file.matter().typeId());
        Optional<CasePage.Customer> customer = parts.answer(customer(file, type));
        List<ReplyTemplate> templates = templates(customer);
        Map<ReplyTemplate.Field, String> values =
                values(file, customer.map(CasePage.Customer::party));
        ReplyTemplate.Filled chosen =
                templates.stream()
                        .filter(template -> template.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused("cases.template"))
                        .fill(values);
        String own = typed.getOrDefault("text", "").replace("\r\n", "\n").strip();
        boolean untouched =
                templates.stream()
                        .anyMatch(template -> template.fill(values).body().strip().equals(own));
        Map<String, String> kept = new HashMap<>(typed);
        kept.put("subject", chosen.subject());
        kept.put("text", untouched ? chosen.body() : together(chosen.body(), own));
        drafts.keep(key(id), kept);
    }

    /** What was typed stands where the template leaves room for it, else below. */
    private static String together(String body, String own) {
        if (own.isEmpty()) {
            return body;
        }
        int room = body.indexOf(ROOM);
        return room < 0
                ? body.stripTrailing() + "\n\n" + own
                : body.substring(0, room) + "\n\n" + own + body.substring(room + 1);
    }

    private List<ReplyTemplate> templates(Optional<CasePage.Customer> customer) {
        return lists.templates(customer.map(CasePage.Customer::locale).orElse("nl"));
    }

    /**
     * Sends it after the commit, under the number of the case so that its answer comes back here.
     */
    @Transactional
    void send(CaseId id, Written written) {
        CaseDetail detail = modules.cases().get(id);
        CaseFile file = detail.file();
        modules.ownFile().refuse(file.customer().party().stream().toList());
        if (file.isClosed()) {
            throw new Refused("desk.case-closed");
        }
        Optional<MailView> last = mail.last(file);
        Dispatch sent = modules.dispatches().send(dispatch(file, written, last));
        modules.post()
                .registerOutgoing(
                        new NewOutgoing(
                                new Piece(
                                        Channel.MAIL,
                                        Brussels.today(clock),
                                        sent.what().subject(),
                                        recipientName(file, written),
                                        file.customer().party()),
                                file.placement().unit(),
                                file.matter().confidentiality(),
                                Optional.of(new Source("DISPATCH", sent.id().value())),
                                last.flatMap(m -> m.links().entry()).map(EntryId::new),
                                Optional.of(
                                        new CaseLink(file.id().value(), file.number().display()))));
        modules.cases().answerSent(id, sent.id().value(), written.text());
        modules.passages()
                .keep(
                        id,
                        sent.id().value(),
                        CasePassages.Kind.LETTER,
                        written.text(),
                        clock.instant());
        if (written.answered()) {
            detail.tasks().stream()
                    .filter(Replies::isAnswer)
                    .forEach(task -> modules.cases().finishTask(id, task.id()));
        }
        drafts.forget(key(id));
    }

    /** Sends a template as it is, filled in; refused when the customer has no address. */
    @Transactional
    void sendFilled(CaseId id, String code) {
        CaseFile file = modules.cases().get(id).file();
        CaseType type = lists.caseType(file.matter().typeId());
        Optional<CasePage.Customer> customer = parts.answer(customer(file, type));
        String to =
                customer.flatMap(CasePage.Customer::address)
                        .orElseThrow(() -> new Refused("cases.template"));
        ReplyTemplate.Filled letter =
                templates(customer).stream()
                        .filter(template -> template.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused("cases.template"))
                        .fill(values(file, customer.map(CasePage.Customer::party)));
        send(id, new Written(to, letter.subject(), letter.body(), false));
    }

    private NewDispatch dispatch(CaseFile file, Written written, Optional<MailView> last) {
        Sender sender =
                mail.sender(
                        file.placement().unit(),
                        lists.unitNames().getOrDefault(file.placement().unit(), ""),
                        last);
        return new NewDispatch(
                Channel.MAIL,
                "cases.answer",
                file.customer().party().map(PartyId::value),
                Optional.of(file.id().value()),
                file.placement().unit(),
                file.matter().confidentiality(),
                sender,
                written.to(),
                numbered(file, written.subject()),
                written.text(),
                last.map(m -> m.header().messageId()).filter(id -> !id.isBlank()),
                last.map(Replies::conversation).orElse(List.of()),
                false);
    }

    private static List<String> conversation(MailView last) {
        List<String> before = new ArrayList<>(last.header().references());
        if (!last.header().messageId().isBlank()) {
            before.add(last.header().messageId());
        }
        return before;
    }

    private static String numbered(CaseFile file, String subject) {
        String number = file.number().inSubject();
        return subject.contains(number) ? subject : subject + " " + number;
    }

    private static String recipientName(CaseFile file, Written written) {
        String name = file.customer().name();
        return name.isEmpty() ? written.to() : name;
    }

    private Map<ReplyTemplate.Field, String> values(CaseFile file, Optional<Party> party) {
        Map<ReplyTemplate.Field, String> values = new EnumMap<>(ReplyTemplate.Field.class);
        values.put(
                ReplyTemplate.Field.CUSTOMER,
                party.map(Party::name).orElse(file.customer().name()));
        values.put(ReplyTemplate.Field.CASE_NUMBER, file.number().display());
        values.put(ReplyTemplate.Field.SUBJECT, file.matter().subject());
        values.put(ReplyTemplate.Field.EMPLOYEE, Callers.current().name());
        values.put(
                ReplyTemplate.Field.AUTHORITY,
                authorities.get(Callers.current().authority()).name());
        values.put(
                ReplyTemplate.Field.UNIT,
                lists.unitNames().getOrDefault(file.placement().unit(), ""));
        return values;
    }
}
