// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseLacks;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.CaseRoles;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.CaseTransfers;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.Retention;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.common.Channel;
import be.onthaal.documents.DocumentLine;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Unit;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Party;
import be.onthaal.party.Preference;
import be.onthaal.web.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything about a case that the reader may see. */
public record CasePage(
        CaseDetail detail,
        Optional<Customer> customer,
        Story story,
        Reply reply,
        Choices choices,
        Around around,
        Standing standing,
        Optional<Rejected> rejected) {

    /**
     * Who else is in it, and which cases belong to it.
     *
     * @param along the same, of what was merged into it
     * @param lacks the people and the pieces that it still needs to end well
     */
    public record Around(
            List<CaseRoles.Holder> holders,
            List<CaseLinks.Linked> links,
            Along along,
            Pieces pieces,
            CaseLacks lacks) {}

    /** Who and what came with the cases that were merged into it. */
    public record Along(List<CaseRoles.Holder> holders, List<CaseLinks.Linked> links) {}

    /** Its newest documents, and how many it has. */
    public record Pieces(List<DocumentLine> newest, long count) {}

    /**
     * What could not be done, with the sentence that says why.
     *
     * @param label of the field that it is about, if it is about one
     * @param place where on the page it is put right, if it is not among the fields
     */
    public record Rejected(
            String sentence,
            Optional<String> label,
            Map<String, List<String>> typed,
            Optional<String> place) {}

    /** For whom it is, and how he wants to be reached about it. */
    public record Customer(Party party, Preference wish) {

        /** The address that he is mailed at. */
        Optional<String> address() {
            return party.reachedBy(ContactPoint.Kind.EMAIL);
        }

        /** The language to answer in. */
        String locale() {
            return wish.locale().orElse(party.locale());
        }
    }

    /** What happened, what was written, and who looked. */
    public record Story(Days days, List<Letter> letters, List<Looker> lookers) {}

    /**
     * The answer that is being written.
     *
     * @param to the address of the customer, if he has one
     * @param restored whether this is what he typed before
     * @param answers whether he means to answer the question with it; then that task ends too
     * @param note the note he was typing
     */
    public record Reply(
            List<ReplyTemplate> templates,
            Optional<String> to,
            String subject,
            String text,
            boolean restored,
            boolean answers,
            String note) {}

    /**
     * What one chooses from.
     *
     * @param behind whether new cases of its type get another version now
     */
    public record Choices(
            CaseType type,
            boolean behind,
            Flow flow,
            List<Unit> units,
            Map<UnitId, String> names,
            List<Employee> colleagues) {}

    /**
     * How the reader stands to the case.
     *
     * @param closes whether it is he who may end it
     * @param reopens whether it is he who may open it again
     * @param own whether it is his own, or of somebody near to him
     * @param conflict whether somebody changed it between reading and acting
     * @param ranUntil the day until which its term ran: today, or when it began to stand still
     */
    public record Standing(
            LocalDate today,
            LocalDate ranUntil,
            boolean mine,
            boolean handles,
            boolean coordinates,
            boolean closes,
            boolean reopens,
            boolean own,
            boolean conflict) {}

    /** Whether its term may still be made longer: once, and before it is over. */
    public boolean extendable() {
        boolean over = file().term().dueOn().isBefore(standing.ranUntil());
        return choices.type().definition().extendableBy().isPresent()
                && file().term().extension() == 0
                && !over;
    }

    /** The most obvious next step; it is the biggest button. */
    public enum Step {
        TAKE,
        TASKS,
        ANSWER,
        FILL,
        GO_ON,
        CLOSE,
        NONE
    }

    public Optional<Party> party() {
        return customer.map(Customer::party);
    }

    /** How he wants to be reached about it, where he said so. */
    public Optional<Channel> wishedChannel() {
        return customer.flatMap(known -> known.wish().channel());
    }

    /** In which language he wants it, where that is not his own. */
    public Optional<String> wishedLocale() {
        return customer.flatMap(known ->
                known.wish().locale().filter(locale -> !locale.equals(known.party().locale())));
    }

    public CaseFile file() {
        return detail.file();
    }

    public Remaining remaining() {
        return Remaining.of(file().term().dueOn(), standing.today(), file().progress().status());
    }

    public String unitName() {
        return choices.names().getOrDefault(file().placement().unit(), "");
    }

    /** What must be done before it may go on or close. */
    public List<TaskDefinition> toDo() {
        return flow().toDo();
    }

    /** What happens next in it, as its type says. */
    public Flow flow() {
        return choices.flow();
    }

    /** What is wrong with what was typed into a field. */
    public Optional<String> problem(FieldDefinition field) {
        return rejected.filter(not -> not.label().equals(Optional.of(field.label().nl())))
                .map(Rejected::sentence);
    }

    /** Whether what was typed into the fields could not be kept. */
    public boolean rejectsFields() {
        return rejected.filter(not -> not.place().isEmpty()).isPresent();
    }

    /** What is filled in, in a field. */
    public List<String> filled(FieldDefinition field) {
        List<String> kept = file().filled().values().of(field.code());
        return rejected.map(not -> not.typed().getOrDefault(field.code(), kept)).orElse(kept);
    }

    /** What is filled in, as people read it. */
    public String shown(FieldDefinition field, Text text) {
        return filled(field).stream()
                .map(value -> shown(field, value, text))
                .collect(Collectors.joining(", "));
    }

    private static String shown(FieldDefinition field, String value, Text text) {
        Optional<String> written = field.kind().written(value);
        return switch (field.kind()) {
            case YES_NO -> written.map(said -> text.of("desk." + said)).orElse(value);
            case DATE -> written.map(LocalDate::parse).map(text::date).orElse(value);
            case MONEY -> written.map(BigDecimal::new).map(text::euro).orElse(value);
            default -> field.shown(value, text.language());
        };
    }

    /** What a task is called, in the words of its type. */
    public String title(CaseTask task, String locale) {
        return choices.type()
                .definition()
                .task(task.code())
                .map(definition -> definition.title().in(locale))
                .orElse(task.title());
    }

    /** The unit that does a task, where that is not the one of the case. */
    public Optional<String> elsewhere(CaseTask task) {
        UnitId unit = task.assignee().unit();
        return unit.equals(file().placement().unit())
                ? Optional.empty()
                : Optional.ofNullable(choices.names().get(unit));
    }

    /** By when a task must be done, where that is not when the case must. */
    public Optional<LocalDate> ownTerm(CaseTask task) {
        return task.dueOn().filter(due -> !due.equals(file().term().dueOn()));
    }

    /** Whether a task is not done in a term of its own, and nothing stands still. */
    public boolean late(CaseTask task) {
        return file().progress().status() == CaseStatus.OPEN
                && task.state() == CaseTask.TaskState.OPEN
                && ownTerm(task).filter(due -> due.isBefore(standing.today())).isPresent();
    }

    /** Whether nothing more is asked in this phase. */
    public boolean phaseDone() {
        return toDo().isEmpty() && flow().toFill().isEmpty();
    }

    /** How it may end now: in any way when its phase is done, else only by being stopped. */
    public List<Result> results() {
        return flow().results().stream().filter(result -> phaseDone() || result.stops()).toList();
    }

    /** The phases to which it goes on, and those to which it goes back. */
    public List<Phase> next(boolean forward) {
        List<Phase> order = choices.type().definition().phases();
        int here = order.indexOf(flow().phase());
        return flow().next().stream()
                .filter(phase -> order.indexOf(phase) > here == forward)
                .toList();
    }

    public Step step() {
        if (file().isClosed() || !standing.handles()) {
            return Step.NONE;
        }
        if (file().placement().handler().isEmpty()) {
            return Step.TAKE;
        }
        boolean answered = story.letters().stream().anyMatch(Letter::ours);
        if (!answered && awaitsAnswer() && reply.to().isPresent()) {
            return Step.ANSWER;
        }
        if (!toDo().isEmpty()) {
            return Step.TASKS;
        }
        if (!flow().toFill().isEmpty()) {
            return Step.FILL;
        }
        if (next(true).isEmpty()) {
            return standing.closes() ? Step.CLOSE : Step.NONE;
        }
        return Step.GO_ON;
    }

    /** True while the task to answer the customer is open: sending an answer can end it. */
    public boolean awaitsAnswer() {
        return detail.tasks().stream().anyMatch(Replies::isAnswer);
    }

    /** True when it ended because another about the same goes on. */
    public boolean merged() {
        return file().progress()
                .closing()
                .filter(closing -> closing.resultCode().equals(CaseMerges.MERGED))
                .isPresent();
    }

    /** True when the case should not have been opened; it has no result of its type. */
    public boolean cancelled() {
        return file().progress()
                .closing()
                .filter(closing -> closing.resultCode().equals(CaseTransfers.CANCELLED))
                .isPresent();
    }

    /** The key of the sentence that says how long a case with this result is kept. */
    public static String retentionKey(Result result) {
        return result.retention()
                .filter(Retention::complete)
                .map(rule -> "desk.retention." + rule.action().name())
                .orElse("desk.retention.missing");
    }

    public static int retentionYears(Result result) {
        return result.retention().map(Retention::years).orElse(0);
    }

    /** How the case ended, in the words of its type. */
    public String resultName(String locale) {
        return file().progress()
                .closing()
                .flatMap(closing -> choices.type().definition().result(closing.resultCode()))
                .map(result -> result.name().in(locale))
                .orElse("");
    }
}
