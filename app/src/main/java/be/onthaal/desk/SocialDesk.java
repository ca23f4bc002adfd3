// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.party.OwnFile;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.SocialRegister;
import be.onthaal.party.register.SocialStatuses;
import be.onthaal.party.register.StatusQuestion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The social data of a customer, asked when somebody needs it and shown once: rights are given on
 * an answer of yes or no, and nobody keeps a list of who is poor.
 */
@Service
class SocialDesk {

    private static final int OPEN = 20;
    private static final int YEARS_BACK = 2;

    private final SocialRegister register;
    private final Parties parties;
    private final OwnFile ownFile;
    private final Cases cases;
    private final Parts parts;
    private final TransactionOperations transactions;
    private final Clock clock;

    SocialDesk(
            SocialRegister register,
            Parties parties,
            OwnFile ownFile,
            Cases cases,
            Parts parts,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.ownFile = ownFile;
        this.cases = cases;
        this.parts = parts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Before anything was asked. */
    SocialPage form(PartyId id) {
        Party party = asked(id);
        var asked =
                new SocialPage.Asked(
                        Brussels.today(clock).toString(), Set.of("BIM_BVT"), "", "", "");
        return new SocialPage(party, open(party), asked, List.of(), Optional.empty(), List.of());
    }

    /** Whether named statuses apply to him on a day. */
    SocialPage statuses(PartyId id, SocialPage.Asked asked, LocalDate on) {
        Party party = asked(id);
        List<StatusQuestion> questions = new ArrayList<>();
        SocialPage.STATUSES.stream()
                .filter(asked.names()::contains)
                .forEach(name -> questions.add(new StatusQuestion(name, on, Optional.empty())));
        if (!asked.own().isEmpty()) {
            Optional<String> place =
                    asked.place().isEmpty() ? Optional.empty() : Optional.of(asked.place());
            questions.add(new StatusQuestion(asked.own(), on, place));
        }
        if (questions.isEmpty()) {
            throw new Refused("desk.choose-status");
        }
        List<CaseLine> open = open(party);
        Answer<SocialStatuses> answer =
                register.statuses(number(party), questions, occasion(party, asked, open));
        Optional<SocialStatuses> statuses =
                answer instanceof Answer.Given<SocialStatuses> given
                        ? Optional.of(given.data())
                        : Optional.empty();
        return new SocialPage(party, open, asked, answer.notices(), statuses, List.of());
    }

    /** What he got as living wage this year and the two before. */
    SocialPage livingWage(PartyId id, SocialPage.Asked asked) {
        Party party = asked(id);
        List<CaseLine> open = open(party);
        Answer<List<LivingWage>> answer =
                register.livingWage(
                        number(party),
                        Year.of(Brussels.today(clock).getYear()),
                        YEARS_BACK,
                        occasion(party, asked, open));
        List<LivingWage> wages =
                answer instanceof Answer.Given<List<LivingWage>> given ? given.data() : List.of();
        List<Notice> notices = answer.notices();
        return new SocialPage(party, open, asked, notices, Optional.empty(), wages);
    }

    /**
     * A case of his that the caller may see is the purpose; without one it is the question itself.
     */
    private static Occasion occasion(Party party, SocialPage.Asked asked, List<CaseLine> open) {
        Occasion occasion = Occasion.of(Callers.current()).about(party.id().value());
        if (asked.reason().isEmpty()) {
            return occasion;
        }
        UUID reason =
                open.stream()
                        .map(line -> line.id().value())
                        .filter(id -> id.toString().equals(asked.reason()))
                        .findFirst()
                        .orElseThrow(() -> new Refused("desk.reason-unknown"));
        return occasion.in(reason);
    }

    private List<CaseLine> open(Party party) {
        return Callers.current().may(Permission.CASE_VIEW)
                ? Objects.requireNonNull(
                        transactions.execute(status ->
                                parts.answer(cases.partOfCustomer(party.members(), OPEN))))
                : List.of();
    }

    /** Nobody asks about himself, or about those near to him. */
    private Party asked(PartyId id) {
        ownFile.refuse(List.of(id));
        return parties.consult(id);
    }

    private static NationalNumber number(Party party) {
        return party.nationalNumber().orElseThrow(() -> new Refused("party.no-national-number"));
    }
}
