// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.PhoneNumber;
import be.onthaal.contact.CaseLink;
import be.onthaal.contact.Contacts;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.demo.TownFounding.Town;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.Outcome;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lives the past four weeks of the town, day by day, through the services everybody uses. */
@Component
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class Weeks {

    /** Who can sign in with the simulator of ACM/IDM, to see what is known of him. */
    private static final String CITIZEN = "Wouter Van den Bossche";

    private static final String HIS_NUMBER = "85673003360";

    private static final int PEOPLE = 2_000;
    private static final int DAYS = 28;
    private static final int BATCH = 250;
    private static final List<Channel> SPOKEN =
            List.of(Channel.PHONE, Channel.PHONE, Channel.DESK, Channel.CHAT);
    private static final List<Channel> WRITTEN =
            List.of(Channel.MAIL, Channel.MAIL, Channel.POST, Channel.WEB_FORM);

    private final Parties parties;
    private final PostRegister post;
    private final Contacts contacts;
    private final Cases cases;
    private final MorningMail mail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Story story = new Story();
    private final List<PartySummary> people = new ArrayList<>();
    private final List<Opened> open = new ArrayList<>();

    Weeks(
            Parties parties,
            PostRegister post,
            Contacts contacts,
            Cases cases,
            MorningMail mail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.parties = parties;
        this.post = post;
        this.contacts = contacts;
        this.cases = cases;
        this.mail = mail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Opened(CaseFile file, String unit, LocalDate on) {}

    /** Fills the town with people, and their questions of the past weeks up to this moment. */
    void live(Town town) {
        LocalDate today = Brussels.today(clock);
        moveIn(town, today.minusDays(DAYS + 1));
        for (int back = DAYS; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            if (!weekend || back == 0) {
                liveDay(town, day);
            }
        }
    }

    private void moveIn(Town town, LocalDate on) {
        for (int from = 0; from < PEOPLE; from += BATCH) {
            int first = from;
            as(
                    town.service(),
                    moment(on, LocalTime.of(9, 0)),
                    () -> {
                        for (int i = first; i < first + BATCH; i++) {
                            people.add(moveIn(i));
                        }
                    });
        }
    }

    private PartySummary moveIn(int number) {
        boolean firm = number % 16 == 15;
        String drawn = firm ? "Bakkerij " + story.name().replaceFirst("^\\S+ ", "") : story.name();
        String name = number == 0 ? CITIZEN : drawn;
        String plain =
                java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                        .replaceAll("[^A-Za-z]+", "")
                        .toLowerCase(java.util.Locale.ROOT);
        var email = Optional.of(new EmailAddress(plain + number + "@post.example"));
        Optional<PhoneNumber> phone =
                story.happens(60)
                        ? PhoneNumber.parse(
                                "0470 %02d %02d %02d"
                                        .formatted(number / 100, number % 100, story.draw(100)))
                        : Optional.empty();
        var kind = firm ? Party.Kind.ORGANISATION : Party.Kind.PERSON;
        Optional<String> national = number == 0 ? Optional.of(HIS_NUMBER) : Optional.empty();
        var identity =
                NewParty.Identity.NONE
                        .and(Identifier.Scheme.NATIONAL_NUMBER, national, "demo")
                        .and(Identifier.Scheme.EXTERNAL, Optional.of("demo-" + number), "DEMO");
        PartyId id =
                parties.register(new NewParty(kind, name, email, phone, "nl", "demo", identity));
        if (!firm && number % 10 == 0) {
            born(id, name, email, phone, number);
        }
        return new PartySummary(id, kind, name, email.map(EmailAddress::value));
    }

    /** Of one in ten the date of birth is known; of a few of those a second profile was made. */
    private void born(
            PartyId id,
            String name,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            int number) {
        String date = LocalDate.of(1938, 1, 1).plusDays(number * 13L).toString();
        parties.state(id, Detail.Kind.BIRTH_DATE, date, "demo", Optional.empty());
        if (number % 150 == 0) {
            String initial = name.replaceFirst("^(\\S)\\S+", "$1.");
            PartyId twice =
                    parties.register(
                            new NewParty(
                                    Party.Kind.PERSON,
                                    number % 300 == 0 ? initial : name,
                                    email,
                                    phone,
                                    "nl",
                                    "demo",
                                    NewParty.Identity.NONE));
            parties.state(twice, Detail.Kind.BIRTH_DATE, date, "demo", Optional.empty());
        }
    }

    private void liveDay(Town town, LocalDate day) {
        as(
                town.colleague(DemoPeople.RITA),
                moment(day, LocalTime.of(8, 40)),
                () -> morningPost(town, day));
        as(
                town.colleague(DemoPeople.NADIA),
                moment(day, LocalTime.of(10, 30)),
                () -> conversations(town, day));
        as(
                town.colleague(DemoPeople.NADIA),
                moment(day, LocalTime.of(11, 45)),
                () -> newCases(town, day));
        for (DemoPeople.Colleague handler :
                List.of(DemoPeople.ELS, DemoPeople.YASMINA, DemoPeople.KOEN)) {
            as(
                    town.colleague(handler),
                    moment(day, LocalTime.of(15, 20)),
                    () -> handle(handler, day));
        }
    }

    private void morningPost(Town town, LocalDate day) {
        boolean today = day.equals(Brussels.today(Clock.systemUTC()));
        for (int i = 0; i < 6 + story.draw(5); i++) {
            var question = story.question();
            var sender = story.pick(people);
            Channel channel = story.pick(WRITTEN);
            if (today && channel == Channel.MAIL && mail.write(sender, question, clock.instant())) {
                continue;
            }
            RegisterEntry entry =
                    post.registerIncoming(
                            new NewIncoming(
                                    channel,
                                    day,
                                    question.subject(),
                                    sender.name(),
                                    Optional.of(sender.id()),
                                    town.unit("Onthaal"),
                                    Confidentiality.INTERNAL,
                                    Optional.empty()));
            if (!today && story.happens(92)) {
                post.settle(
                        entry.id(),
                        story.happens(30)
                                ? new Outcome.NoCaseNeeded()
                                : new Outcome.Handled("Beantwoord met de gewone uitleg."));
            }
        }
    }

    private void conversations(Town town, LocalDate day) {
        for (int i = 0; i < 12 + story.draw(9); i++) {
            var question = story.question();
            Instant start = moment(day, LocalTime.of(9, 0).plusMinutes(6L * i));
            Optional<PartyId> caller =
                    story.happens(70) ? Optional.of(story.pick(people).id()) : Optional.empty();
            contacts.record(
                    new NewContact(
                            story.pick(SPOKEN),
                            caller,
                            town.unit("Onthaal"),
                            start,
                            Optional.of(start.plus(Duration.ofSeconds(40 + story.draw(300)))),
                            question.text(),
                            List.of(
                                    new NewQuestion(
                                            question.subject(),
                                            Optional.of(town.unit(question.unit())),
                                            QuestionOutcome.ANSWERED,
                                            Optional.empty())),
                            Optional.empty()));
        }
    }

    private void newCases(Town town, LocalDate day) {
        for (int i = 0; i < 4 + story.draw(4); i++) {
            var question = story.question();
            var customer = story.pick(people);
            Channel channel = story.happens(50) ? story.pick(SPOKEN) : story.pick(WRITTEN);
            CaseFile file =
                    cases.open(
                            new OpenCase(
                                    CaseTypes.INFORMATION_QUESTION,
                                    question.subject(),
                                    question.text(),
                                    Optional.of(customer.id()),
                                    town.unit(question.unit()),
                                    new OpenCase.Intake(channel, day, Optional.empty()),
                                    Optional.empty()));
            contacts.record(
                    new NewContact(
                            channel,
                            Optional.of(customer.id()),
                            town.unit("Onthaal"),
                            clock.instant(),
                            Optional.of(clock.instant().plusSeconds(150)),
                            question.text(),
                            List.of(
                                    new NewQuestion(
                                            question.subject(),
                                            Optional.of(town.unit(question.unit())),
                                            QuestionOutcome.PASSED_ON,
                                            Optional.of(
                                                    new CaseLink(
                                                            file.id().value(),
                                                            file.number().display())))),
                            Optional.empty()));
            open.add(new Opened(file, question.unit(), day));
        }
    }

    /** Takes the oldest of the unit and ends what was long enough in hand; a backlog remains. */
    private void handle(DemoPeople.Colleague handler, LocalDate day) {
        List<Opened> mine =
                open.stream()
                        .filter(known -> known.unit().equals(handler.unit()))
                        .filter(known -> known.on().isBefore(day))
                        .limit(2)
                        .toList();
        for (Opened known : mine) {
            var id = known.file().id();
            cases.take(id);
            cases.addNote(id, "Gegevens nagekeken, antwoord voorbereid.");
            if (story.happens(78)) {
                for (CaseTask task : cases.get(id).tasks()) {
                    cases.finishTask(id, task.id());
                }
                CaseFile now = cases.get(id).file();
                cases.close(id, now.progress().revision(), "answered");
            }
            open.remove(known);
        }
    }

    private void as(Caller caller, Instant moment, Runnable work) {
        StoryClock.at(
                moment,
                () ->
                        Callers.run(
                                caller,
                                () -> transaction.executeWithoutResult(status -> work.run())));
    }

    /** That time of that day, but never after now. */
    private Instant moment(LocalDate day, LocalTime time) {
        Instant wanted = Brussels.instant(day.atTime(time));
        Instant now = Clock.systemUTC().instant();
        return wanted.isAfter(now) ? now.minusSeconds(60) : wanted;
    }
}
