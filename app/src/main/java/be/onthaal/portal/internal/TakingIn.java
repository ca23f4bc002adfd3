// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.cases.Origin;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import be.onthaal.contact.Contacts;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.database.Outage;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Recognition;
import be.onthaal.portal.internal.db.tables.records.SubmissionRecord;
import be.onthaal.post.CaseLink;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes questions of citizens in: registered, matched, a contact and a case, all or nothing. */
@Component
class TakingIn implements RecurringJob {

    static final String KEEPS_FAILING = "keeps-failing";
    static final int MOST_ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(TakingIn.class);
    private static final int BATCH = 50;

    private final Submissions submissions;
    private final Authorities authorities;
    private final Work work;
    private final TransactionTemplate transaction;

    TakingIn(
            Submissions submissions,
            Authorities authorities,
            Work work,
            TransactionTemplate transaction) {
        this.submissions = submissions;
        this.authorities = authorities;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "portal-taking-in";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(5));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service("portaal"), authorities::list)) {
            try {
                Callers.run(Caller.service("portaal", authority), this::takeIn);
            } catch (RuntimeException failure) {
                log.warn("The questions of {} wait: {}", authority.id(), name(failure));
            }
        }
    }

    /** What fails stands alone: the questions after it are taken in all the same. */
    private void takeIn() {
        for (SubmissionRecord waiting : submissions.waiting(BATCH)) {
            try {
                transaction.executeWithoutResult(
                        status -> submissions.taken(waiting.getId(), work.on(waiting)));
            } catch (OnthaalException refused) {
                submissions.failed(waiting.getId(), refused.code(), work.firstLine());
            } catch (RuntimeException failure) {
                if (Outage.isBehind(failure)) {
                    throw failure;
                }
                log.warn("Question {} is not taken in: {}", waiting.getId(), name(failure));
                if (submissions.stumbled(waiting.getId()) >= MOST_ATTEMPTS) {
                    submissions.failed(waiting.getId(), KEEPS_FAILING, work.firstLine());
                }
            }
        }
    }

    private static String name(RuntimeException failure) {
        return failure.getClass().getSimpleName();
    }

    /** What one question becomes. */
    @Component
    static class Work {

        private final Units units;
        private final Parties parties;
        private final PostRegister post;
        private final Contacts contacts;
        private final Cases cases;

        Work(Units units, Parties parties, PostRegister post, Contacts contacts, Cases cases) {
            this.units = units;
            this.parties = parties;
            this.post = post;
            this.contacts = contacts;
            this.cases = cases;
        }

        CaseFile on(SubmissionRecord asked) {
            UnitId unit = firstLine().orElseThrow(() -> new Refused("portal.no-unit"));
            LocalDate received = Brussels.date(asked.getReceivedAt());
            PartyId party = party(asked);
            RegisterEntry entry =
                    post.registerIncoming(
                            new NewIncoming(
                                    Channel.WEB_FORM,
                                    received,
                                    asked.getSubject(),
                                    asked.getName(),
                                    Optional.of(party),
                                    unit,
                                    Confidentiality.INTERNAL,
                                    Optional.of(
                                            new be.onthaal.post.Source(
                                                    "SUBMISSION", asked.getId()))));
            CaseFile file =
                    cases.open(
                            new OpenCase(
                                    CaseTypes.INFORMATION_QUESTION,
                                    asked.getSubject(),
                                    asked.getText(),
                                    Optional.of(party),
                                    unit,
                                    new OpenCase.Intake(
                                            Channel.WEB_FORM,
                                            received,
                                            Optional.of(new Origin("SUBMISSION", asked.getId()))),
                                    Optional.empty()));
            String number = file.number().display();
            post.linkCase(
                    entry.id(),
                    new CaseLink(file.id().value(), number),
                    unit,
                    file.matter().confidentiality());
            var link = new be.onthaal.contact.CaseLink(file.id().value(), number);
            contacts.record(
                    new NewContact(
                                    Channel.WEB_FORM,
                                    Optional.of(party),
                                    unit,
                                    asked.getReceivedAt(),
                                    Optional.of(asked.getReceivedAt()),
                                    asked.getText(),
                                    List.of(
                                            new NewQuestion(
                                                    asked.getSubject(),
                                                    Optional.of(unit),
                                                    QuestionOutcome.CASE,
                                                    Optional.of(link))),
                                    Optional.of(
                                            new be.onthaal.contact.Source(
                                                    "SUBMISSION", asked.getId())))
                            .with(file.matter().confidentiality()));
            return file;
        }

        /** The first line is the oldest unit of the authority that is still open. */
        Optional<UnitId> firstLine() {
            return units.list().stream()
                    .min(
                            Comparator.comparing(Unit::openedOn)
                                    .thenComparing(unit -> unit.id().value()))
                    .map(Unit::id);
        }

        private PartyId party(SubmissionRecord asked) {
            Optional<EmailAddress> email = EmailAddress.parse(asked.getEmail());
            return switch (email.map(parties::recognise).orElseGet(Recognition.Nobody::new)) {
                case Recognition.One known -> parties.meet(known.party().id()).id();
                case Recognition.Several several -> register(asked, email);
                case Recognition.Nobody nobody -> register(asked, email);
            };
        }

        private PartyId register(SubmissionRecord asked, Optional<EmailAddress> email) {
            return parties.register(
                    new NewParty(
                            Party.Kind.PERSON,
                            asked.getName(),
                            email,
                            PhoneNumber.parse(asked.getPhone()),
                            asked.getLocale(),
                            "PORTAL",
                            NewParty.Identity.NONE));
        }
    }
}
