// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.database.Ids;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Pieces of the register that belong to a case. */
@OnthaalTest
class PostCasesTest {

    @Autowired TownFixtures towns;
    @Autowired PostRegister register;
    @Autowired PostHandling handling;
    @Autowired PostCases together;
    @Autowired PostRecords records;
    @Autowired Cases cases;
    @Autowired CaseTerms terms;
    @Autowired CaseTypes types;
    @Autowired Units units;
    @Autowired Parts parts;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller jan;
    private CaseFile file;

    @BeforeEach
    void aCaseWaitsForItsCustomer() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        file = Callers.as(jan, () -> cases.open(question()));
        Callers.run(jan, () -> terms.suspend(file.id(), "Wacht op het attest"));
    }

    @Test
    void whatCameInAnswersTheCaseOnce() {
        RegisterEntry letter = registered(Direction.IN);

        bring(letter);
        assertThat(status()).isEqualTo(CaseStatus.OPEN);
        Callers.run(jan, () -> terms.suspend(file.id(), "Nog een attest"));
        bring(letter);

        assertThat(status()).as("it was there already").isEqualTo(CaseStatus.WAITING);
        assertThat(answers()).containsExactly("1");
    }

    @Test
    void whatWentOutIsNoAnswerOfTheCustomer() {
        RegisterEntry letter = registered(Direction.OUT);

        bring(letter);

        assertThat(now(letter).caseLink()).map(CaseLink::number).contains(number());
        assertThat(status()).isEqualTo(CaseStatus.WAITING);
        assertThat(answers()).containsExactly("0");
    }

    @Test
    void theNumberOfADestroyedCaseIsNeverLost() {
        RegisterEntry letter = registered(Direction.IN);
        bring(letter);
        destroy();

        RegisterEntry loose = now(letter);
        assertThat(loose.caseLink()).isEmpty();
        Callers.run(jan, () -> handling.correct(letter.id(), saying(loose, "Attest van woonst")));

        assertThat(
                        owner.column(
                                "select case_number from post.entry where id = '%s'"
                                        .formatted(letter.id())))
                .containsExactly(number());
        refused(
                "post.had-case",
                () -> Callers.run(jan, () -> register.cancel(letter.id(), "Dubbel")));
        refused(
                "post.had-case",
                () ->
                        Callers.run(
                                jan,
                                () ->
                                        register.linkCase(
                                                letter.id(),
                                                new CaseLink(Ids.next(), "Z-2026-009999"),
                                                here.unit(),
                                                Confidentiality.INTERNAL)));
    }

    @Test
    void whatFollowsItsCaseSaysSoInItsHistory() {
        RegisterEntry letter = registered(Direction.IN);
        bring(letter);
        UnitId next = opened("Leefmilieu");

        Callers.run(jan, () -> cases.moveToUnit(file.id(), next));

        assertThat(now(letter).filing().unit()).isEqualTo(next);
        Change moved = changed(letter, Change.Field.UNIT);
        assertThat(moved.was()).isEqualTo(here.unit().toString());
        assertThat(moved.becomes()).isEqualTo(next.toString());
        assertThat(moved.by()).isEqualTo(jan.name());
    }

    private void bring(RegisterEntry entry) {
        Callers.run(jan, () -> together.add(entry.id(), file));
    }

    private void destroy() {
        Caller archivist = towns.person(here, StandardRole.ARCHIVIST);
        Callers.run(
                archivist,
                () -> transactions.executeWithoutResult(status -> records.unlink(file.id())));
    }

    private CaseStatus status() {
        return Callers.as(jan, () -> cases.get(file.id())).file().progress().status();
    }

    private List<String> answers() {
        return owner.column(
                "select count(*) from audit.event where action = 'cases.answer-received' and authority_id = '%s'"
                        .formatted(here.authority().id()));
    }

    private RegisterEntry now(RegisterEntry entry) {
        return Callers.as(jan, () -> register.get(entry.id()));
    }

    private String number() {
        return file.number().display();
    }

    private Change changed(RegisterEntry entry, Change.Field field) {
        return Callers.as(jan, () -> parts.answer(handling.historyOf(entry.id()))).stream()
                .filter(change -> change.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private UnitId opened(String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    private RegisterEntry registered(Direction direction) {
        LocalDate today = Brussels.today(clock);
        var piece = new Piece(Channel.POST, today, "Attest", "Els Maes", Optional.empty());
        return Callers.as(
                jan,
                () ->
                        register.register(
                                new NewEntry(
                                        direction,
                                        piece,
                                        Particulars.usual(Channel.POST),
                                        new NewEntry.Placement(
                                                here.unit(), Confidentiality.INTERNAL),
                                        Company.NONE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private OpenCase question() {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Verhuis",
                "Graag uitleg over de verhuis.",
                Optional.empty(),
                here.unit(),
                new OpenCase.Intake(Channel.DESK, Brussels.today(clock), Optional.empty()),
                Optional.empty());
    }

    private static Correction saying(RegisterEntry entry, String subject) {
        Piece was = entry.piece();
        return new Correction(
                entry.particulars().care().revision(),
                new Piece(was.channel(), was.on(), subject, was.correspondent(), was.party()),
                entry.particulars(),
                Company.NONE,
                Optional.empty());
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
