// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.Refused;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTables;
import be.onthaal.decisions.DrawnModel;
import be.onthaal.decisions.Example;
import be.onthaal.decisions.Value;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.DryRun;
import be.onthaal.routing.DryRuns;
import be.onthaal.routing.Extras;
import be.onthaal.routing.Match;
import be.onthaal.routing.Priority;
import be.onthaal.routing.Route;
import be.onthaal.routing.RoutingRules;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Target;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Mail that comes in and goes where the rules of its authority say, with the reason kept. */
@OnthaalTest
@Import(PostOffice.class)
class MailRoutingTest {

    private static MailTown server;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Mailboxes mailboxes;
    @Autowired Messages messages;
    @Autowired RoutingRules rules;
    @Autowired DryRuns runs;
    @Autowired DecisionTables tables;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private TownFixtures.Town town;
    private TestAuthority here;
    private UnitId waste;
    private UnitId social;
    private Caller jan;

    @BeforeAll
    static void startServer() {
        server = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        waste = unit(here, "Milieu");
        social = unit(here, "Sociale dienst");
        jan = towns.person(here, StandardRole.CASE_HANDLER);
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void aMailGoesToTheUnitOfTheFirstRuleThatFitsAndKeepsTheReason() {
        add(here, "Afval", Conditions.ofSubject("ophaling*"), new Target.ToUnit(waste), URGENT);

        MessageId id = arrives(here, "Ophaling vergeten");

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.links().unit()).isEqualTo(waste);
        Route route = mail.route().orElseThrow();
        assertThat(route.rule().orElseThrow().name()).isEqualTo("Afval");
        assertThat(route.matches())
                .containsExactly(new Match(Match.Field.SUBJECT, List.of("ophaling*")));
        assertThat(route.extras()).isEqualTo(URGENT);
        assertThat(of("post.entry", "unit_id", id)).isEqualTo(waste.toString());
        assertThat(only("select unit_id from contact.moment")).isEqualTo(waste.toString());
    }

    @Test
    void aNewsletterIsFiledAtOnceWithItsNumber() {
        var filed = new Extras("", "", Priority.LOW, true);
        add(here, "Nieuws", Conditions.ofSubject("nieuwsbrief"), new Target.Stay(), filed);

        MessageId id = arrives(here, "Nieuwsbrief van de streek");

        assertThat(of("post.entry", "state", id)).isEqualTo("HANDLED");
        assertThat(of("post.entry", "unit_id", id)).isEqualTo(here.unit().toString());
        assertThat(only("select outcome from contact.question")).isEqualTo("ANSWERED");
    }

    @Test
    void aPublishedTableDecidesAsARuleOfItsOwnAndItsRowIsKept() {
        publish("\"Milieu\"");
        add(here, "Tabel", Conditions.NONE, new Target.ByTable(), Extras.NONE);

        MessageId id = arrives(here, "Zwerfvuil");

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.links().unit()).isEqualTo(waste);
        Route route = mail.route().orElseThrow();
        assertThat(route.table().orElseThrow().fired()).hasSize(1);
        assertThat(route.table().orElseThrow().key()).isEqualTo("post-routing");
    }

    @Test
    void aTableThatNamesNoOpenUnitIsPassedBy() {
        publish("\"Bestaat niet\"");
        add(here, "Tabel", Conditions.NONE, new Target.ByTable(), Extras.NONE);
        add(here, "Rest", Conditions.NONE, new Target.ToUnit(social), Extras.NONE);

        MessageId id = arrives(here, "Zwerfvuil");

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.links().unit()).isEqualTo(social);
        assertThat(mail.route().orElseThrow().passed())
                .extracting(Route.Passed::reason)
                .containsExactly("table-unit");
    }

    @Test
    void aCrashInTheRulesLeavesTheMailWithItsMailboxAndSaysSo() {
        add(here, "Afval", Conditions.ofSubject("afval"), new Target.ToUnit(waste), Extras.NONE);
        owner.execute(
                "update routing.rule set senders = array[null]::text[] where authority_id = '%s'"
                        .formatted(here.authority().id()));

        MessageId id = arrives(here, "Afval");

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.handling().state()).isEqualTo(MailView.State.READ);
        assertThat(mail.links().unit()).isEqualTo(here.unit());
        assertThat(mail.links().entry()).isPresent();
        assertThat(mail.route().orElseThrow().kind()).isEqualTo(Route.Kind.FAILED);
        assertThat(mail.route().orElseThrow().problem()).isNotEmpty();
    }

    @Test
    void aUnitThatEndedLosesNoMail() {
        add(here, "Afval", Conditions.ofSubject("afval"), new Target.ToUnit(waste), Extras.NONE);
        owner.execute(
                "update organisation.unit set closed_on = opened_on where id = '%s'"
                        .formatted(waste));

        MessageId id = arrives(here, "Afval");

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.links().unit()).isEqualTo(here.unit());
        assertThat(mail.route().orElseThrow().passed())
                .extracting(Route.Passed::reason)
                .containsExactly("unit-ended");
    }

    @Test
    void mailOfAnOcmwIsNeverAskedOfTheRulesOfTheMunicipality() {
        add(here, "Alles", Conditions.NONE, new Target.ToUnit(waste), Extras.NONE);

        MessageId id = arrives(town.ocmw(), "Leefloon");

        MailView mail = Callers.as(town.ocmw().service(), () -> messages.get(id));
        assertThat(mail.links().unit()).isEqualTo(town.ocmw().unit());
        assertThat(mail.route()).isEmpty();
    }

    @Test
    void aStrangerWhoNamesACaseIsRoutedByItsTypeAndStillWaits() {
        CaseFile file = Callers.as(jan, () -> cases.open(aCase(here.unit())));
        var named =
                new Conditions(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        new Conditions.CaseNamed(true, List.of(CaseTypes.INFORMATION_QUESTION)),
                        Optional.empty());
        add(here, "Vragen", named, new Target.ToUnit(waste), Extras.NONE);

        MessageId id = arrives(here, "Over " + file.number().inSubject());

        MailView mail = Callers.as(jan, () -> messages.get(id));
        assertThat(mail.handling().state()).isEqualTo(MailView.State.QUARANTINED);
        assertThat(mail.links().unit()).isEqualTo(waste);
        assertThat(mail.route().orElseThrow().matches().getFirst().words())
                .containsExactly(file.number().display());
    }

    @Test
    void aDryRunTellsWhichRuleWouldDecideWhyAndWhatWouldChange() {
        arrives(here, "Afval vergeten");
        arrives(here, "Reispas");
        add(here, "Afval", Conditions.ofSubject("afval"), new Target.ToUnit(waste), Extras.NONE);
        add(here, "Vergeten", Conditions.ofSubject("vergeten"), new Target.Stay(), Extras.NONE);
        add(here, "Nooit", Conditions.ofSubject("nooit"), new Target.Stay(), Extras.NONE);

        DryRun run = Callers.as(jan, () -> runs.run(lately(500)));

        assertThat(run.lines()).hasSize(2);
        assertThat(run.whole()).isTrue();
        assertThat(run.undecided()).isEqualTo(1);
        DryRun.Line changed = run.different().getFirst();
        assertThat(run.different()).hasSize(1);
        assertThat(changed.would()).isEqualTo(waste);
        assertThat(changed.item().placed().unit()).isEqualTo(here.unit());
        assertThat(changed.route().matches())
                .containsExactly(new Match(Match.Field.SUBJECT, List.of("afval")));
        assertThat(run.counts())
                .extracting(DryRun.RuleCount::fired, DryRun.RuleCount::fitted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 1),
                        org.assertj.core.groups.Tuple.tuple(0, 1),
                        org.assertj.core.groups.Tuple.tuple(0, 0));
        assertThat(run.counts().get(1).hidden()).isTrue();
        assertThat(run.counts().get(1).before().orElseThrow().name()).isEqualTo("Afval");
        assertThat(run.counts().get(2).never()).isTrue();
        assertThat(only("select action from audit.event where action = 'routing.dry-run' and"))
                .isEqualTo("routing.dry-run");
        assertThat(only("select count(*) from mail.message where unit_id = '" + waste + "' and"))
                .isEqualTo("0");
    }

    @Test
    void aDryRunShowsOnlyMailThatTheCallerMayRead() {
        arrives(here, "Schulden", social, Confidentiality.CONFIDENTIAL);
        arrives(here, "Reispas");
        arrives(town.ocmw(), "Leefloon");
        Caller insider = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(social));

        assertThat(subjects(jan)).containsExactly("Reispas");
        assertThat(subjects(insider)).containsExactlyInAnyOrder("Reispas", "Schulden");
        assertThatThrownBy(() -> Callers.run(here.administrator(), () -> runs.run(lately(500))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRuleThatIsSwitchedOffCanBeTriedBeforeItIsAsked() {
        arrives(here, "Afval");
        UUID id =
                add(here, "Afval", Conditions.ofSubject("afval"), new Target.ToUnit(waste), URGENT);
        Callers.run(here.administrator(), () -> rules.activate(id, 1, false));

        LocalDate today = Brussels.today(clock);
        var with = new DryRun.Period(today.minusDays(1), today, 500, true);

        assertThat(Callers.as(jan, () -> runs.run(lately(500))).different()).isEmpty();
        assertThat(Callers.as(jan, () -> runs.run(with)).different()).hasSize(1);
    }

    @Test
    void aDryRunHasALimit() {
        assertThatThrownBy(() -> Callers.run(jan, () -> runs.run(lately(501))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Callers.run(jan, () -> runs.run(lately(0))))
                .isInstanceOf(Refused.class);
    }

    private static final Extras URGENT =
            new Extras(CaseTypes.INFORMATION_QUESTION, "Container", Priority.HIGH, false);

    private List<String> subjects(Caller caller) {
        return Callers.as(caller, () -> runs.run(lately(500))).lines().stream()
                .map(line -> line.item().mail().subject())
                .toList();
    }

    private DryRun.Period lately(int most) {
        LocalDate today = Brussels.today(clock);
        return new DryRun.Period(today.minusDays(1), today, most, false);
    }

    private void publish(String unit) {
        String model =
                DrawnModel.table("dienst")
                        .input("onderwerp", "string")
                        .output("dienst", "string")
                        .row("-", unit, "")
                        .xml();
        var example =
                new Example(
                        "Iets",
                        Map.of("onderwerp", Value.of("iets")),
                        Map.of("dienst", Value.of(unit.replace("\"", ""))));
        var about = new DecisionTable.About("Toewijzing", "", "", "");
        Callers.run(
                here.administrator(),
                () -> {
                    DecisionTable.Head head =
                            tables.draft("post-routing", about, model, List.of(example)).head();
                    tables.publish(head.id(), head.revision(), Brussels.today(clock));
                });
    }

    private UUID add(TestAuthority where, String name, Conditions asked, Target to, Extras extras) {
        return Callers.as(
                where.administrator(),
                () ->
                        rules.add(
                                rules.list().edition().revision(),
                                new RuleWish(name, true, asked, to, extras)));
    }

    private UnitId unit(TestAuthority where, String name) {
        return Callers.as(where.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private MessageId arrives(TestAuthority where, String subject) {
        return arrives(where, subject, where.unit(), Confidentiality.INTERNAL);
    }

    private MessageId arrives(
            TestAuthority where, String subject, UnitId unit, Confidentiality level) {
        String address = PostOffice.newAddress();
        server.addUser(address, "geheim");
        var reached = new NewMailbox.Server(server.imapUrl(), address, "geheim", "INBOX");
        var wanted = new NewMailbox(unit, address, "Onthaal", reached, level);
        MailboxId mailbox = Callers.as(where.administrator(), () -> mailboxes.add(wanted));
        server.deliver(
                address,
                "From: <els.maes@voorbeeld.be>\nSubject: %s\n\nGraag antwoord.\n"
                        .formatted(subject));
        office.open();
        office.await(where, mailbox, 1);
        MessageId id = office.ids(where, mailbox).getFirst();
        office.close();
        return id;
    }

    private OpenCase aCase(UnitId unit) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Een vraag",
                "",
                Optional.empty(),
                unit,
                new OpenCase.Intake(Channel.DESK, LocalDate.of(2026, 3, 2), Optional.empty()),
                Optional.empty());
    }

    private String of(String table, String column, MessageId id) {
        return owner.column(
                        "select e.%s from %s e join mail.message m on m.entry_id = e.id where m.id = '%s'"
                                .formatted(column, table, id))
                .getFirst();
    }

    private String only(String query) {
        String where = query.endsWith(" and") ? " " : " where ";
        return owner.column(query + where + "authority_id = '%s'".formatted(here.authority().id()))
                .getFirst();
    }
}
