// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.cases.CaseDetail;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTransfers;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.moving.internal.MovingTown.Place;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.KnownParties;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(MovingTown.class)
class TransfersTest {

    private static final Map<String, String> FOLDER =
            Map.of(
                    "parties.csv",
                    """
                    key;kind;name;enterprise_number;email;phone;address;language
                    K1;person;Jan Peeters;;jan@voorbeeld.be;0475 12 34 56;Stadsplein 1, 2640 Mortsel;nl
                    K2;organisatie;Bakkerij De Korenaar;0207.500.123;;;;fr
                    K3;person;;;;;;
                    K4;person;Piet Fout;;geen adres;;;
                    K1;person;Jan Dubbel;;;;;
                    """,
                    "cases.csv",
                    """
                    key;type;subject;description;party;unit;handler;opened_on;due_on;phase;notes
                    D1;information-question;Reispas;Dringend;K1;Onthaal;an@nieuw.be;1/10/2026;2026-12-24;;"Belde twee keer
                    -----
                    Is op vakantie"
                    D2;information-question;Afval;;K2;onthaal;;2026-11-02;;;
                    D3;onbekend;Afval;;;Onthaal;;2026-11-02;;;
                    D4;information-question;Afval;;K9;Onthaal;;2026-11-02;;;
                    D5;information-question;Afval;;;Dienst X;;2026-11-02;;;
                    D6;information-question;Afval;;;Onthaal;;2030-01-01;;;
                    """,
                    "documents.csv",
                    """
                    case;file;title;date
                    D1;brief.txt;Brief van Jan;2026-10-01
                    D9;brief.txt;Zonder zaak;
                    D1;weg.pdf;Weg;
                    D1;../../etc/passwd;Buiten;
                    """,
                    "brief.txt",
                    "Geachte, mijn reispas…",
                    "numbers.csv",
                    "register;year;last\nIN;2026;1834\nuit;2026;912,0\nZ;2026;3\n",
                    "employees.csv",
                    """
                    email;name;function;unit;role;from;until
                    an@nieuw.be;An Nieuw;Behandelaar;Onthaal;CASE_HANDLER;;
                    an@nieuw.be;An Nieuw;Behandelaar;;Lezer;2030-01-01;2030-12-31
                    weg@nieuw.be;Wim Weg;;;READER;2020-01-01;2021-01-01
                    bob@nieuw.be;Bob;;;KEIZER;;
                    """);

    @Autowired MovingTown moving;
    @Autowired TownFixtures towns;
    @Autowired Transfers transfers;
    @Autowired Steps steps;
    @Autowired CaseTransfers caseTransfers;
    @Autowired Cases cases;
    @Autowired Parties parties;
    @Autowired KnownParties known;
    @Autowired Employees employees;
    @Autowired PostRegister post;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;

    private Place place;

    @BeforeEach
    void found() {
        clock.free();
        place = moving.found();
    }

    @Test
    void aTrialSaysOfEveryRowWhatWouldHappenAndChangesNothing() {
        List<String> before = everything();

        UUID id = moving.tried(place, FOLDER);

        TransferPage page = moving.look(place, id);
        assertThat(page.transfer().state()).isEqualTo(Transfer.State.CHECKED);
        assertThat(everything()).isEqualTo(before);
        assertThat(page.count(Sheet.PARTIES, Verdict.NEW)).isEqualTo(2);
        assertThat(page.count(Sheet.CASES, Verdict.NEW)).isEqualTo(2);
        assertThat(page.count(Sheet.DOCUMENTS, Verdict.NEW)).isEqualTo(1);
        assertThat(page.count(Sheet.NUMBERS, Verdict.NEW)).isEqualTo(2);
        assertThat(moving.reasons(place, id))
                .containsEntry("parties.csv 4", "error.moving.cell-missing")
                .containsEntry("parties.csv 5", "error.moving.email-wrong")
                .containsEntry("parties.csv 6", "error.moving.key-twice")
                .containsEntry("cases.csv 4", "error.cases.type")
                .containsEntry("cases.csv 5", "error.moving.party-unknown")
                .containsEntry("cases.csv 6", "error.moving.unit-unknown")
                .containsEntry("cases.csv 7", "error.moving.date-future")
                .containsEntry("documents.csv 3", "error.moving.case-unknown")
                .containsEntry("documents.csv 4", "error.moving.document-missing")
                .containsEntry("documents.csv 5", "error.moving.document-outside")
                .containsEntry("numbers.csv 4", "error.moving.choice-wrong")
                .containsEntry("employees.csv 4", "error.moving.employee-left")
                .containsEntry("employees.csv 5", "error.moving.role-unknown");
    }

    @Test
    void whatWasTriedComesInAsItWasSaid() {
        UUID id = moving.tried(place, FOLDER);
        Map<Sheet, Map<Verdict, Integer>> promised = moving.look(place, id).counts();

        moving.start(place, id);
        moving.finish(place);

        TransferPage page = moving.look(place, id);
        assertThat(page.transfer().state()).isEqualTo(Transfer.State.DONE);
        assertThat(page.counts()).isEqualTo(promised);
        CaseDetail first = open().getFirst();
        assertThat(first.file().matter().subject()).isEqualTo("Reispas");
        assertThat(first.file().matter().description()).contains("D1").contains("Dringend");
        assertThat(first.file().customer().name()).isEqualTo("Jan Peeters");
        assertThat(first.file().placement().handlerName()).isEqualTo("An Nieuw");
        assertThat(first.file().term().startsOn()).isEqualTo("2026-10-01");
        assertThat(first.file().term().dueOn()).isEqualTo("2026-12-24");
        assertThat(first.notes()).hasSize(2);
        assertThat(customers()).extracting(Party::name).contains("Bakkerij De Korenaar");
        assertThat(incoming().number().sequence()).isEqualTo(1835);
    }

    @Test
    void theSameFolderAgainChangesNothing() {
        moving.moved(place, FOLDER);
        List<String> before = everything();

        UUID again = moving.moved(place, FOLDER);

        assertThat(everything()).isEqualTo(before);
        assertThat(moving.look(place, again).count(Verdict.NEW)).isZero();
        assertThat(moving.look(place, again).count(Verdict.MET)).isZero();
    }

    @Test
    void anEnterpriseThatIsKnownIsMetAndNotDoubled() {
        moving.moved(place, FOLDER);

        UUID second =
                moving.moved(
                        place,
                        Map.of(
                                "parties.csv",
                                "key;name;enterprise_number\nX1;Korenaar;BE 0207.500.123\n"));

        assertThat(moving.count(place, second, Sheet.PARTIES, Verdict.MET)).isEqualTo(1);
        assertThat(customers()).hasSize(2);
    }

    @Test
    void aProcessThatDiesInTheMiddleLosesAndDoublesNothing() throws InterruptedException {
        int many = 600;
        UUID id = moving.tried(place, many(many));
        moving.start(place, id);
        var killer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < 5; i++) {
                                sleep(120);
                                owner.execute(
                                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                                + " where datname = current_database() and usename ="
                                                + " 'onthaal_app' and state <> 'idle'");
                            }
                        });

        int deaths = 0;
        for (boolean done = false; !done; ) {
            try {
                moving.finish(place);
                done = true;
            } catch (RuntimeException died) {
                deaths++;
            }
        }
        killer.join();
        moving.finish(place);

        assertThat(deaths).isPositive();
        assertThat(moving.look(place, id).transfer().state()).isEqualTo(Transfer.State.DONE);
        assertThat(moving.count(place, id, Sheet.PARTIES, Verdict.NEW)).isEqualTo(many);
        assertThat(customers()).hasSize(many);
        assertThat(open()).hasSize(many / 2);
        assertThat(open().stream().map(one -> one.file().number().sequence()).sorted())
                .containsExactlyElementsOf(numbers(many / 2));
    }

    @Test
    void twoTransfersAtOnceAreOne() throws InterruptedException {
        Callable<UUID> work = () -> moving.brought(place, FOLDER);

        List<Object> answers = Together.run(List.of(work, work, work));

        assertThat(answers.stream().filter(UUID.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !(answer instanceof UUID)))
                .allSatisfy(answer -> assertThat(answer.toString()).contains("moving.busy"));
    }

    @Test
    void twoProcessesDoTheSameTransferOnce() throws InterruptedException {
        UUID id = moving.tried(place, many(300));
        moving.start(place, id);
        Callable<Boolean> work =
                () -> {
                    while (moving.look(place, id).transfer().state().atWork()) {
                        steps.step(place.here().authority());
                    }
                    return true;
                };

        assertThat(Together.run(List.of(work, work, work))).containsOnly(true);

        assertThat(moving.count(place, id, Sheet.PARTIES, Verdict.NEW)).isEqualTo(300);
        assertThat(customers()).hasSize(300);
        assertThat(open()).hasSize(150);
    }

    @Test
    void whatNobodyTouchedGoesOutAgainAndNumbersStay() {
        List<String> before = customersAndColleagues();
        UUID id = moving.moved(place, FOLDER);

        moving.undo(place, id);

        TransferPage page = moving.look(place, id);
        assertThat(page.transfer().state()).isEqualTo(Transfer.State.UNDONE);
        assertThat(page.count(Verdict.NEW)).isZero();
        assertThat(page.count(Verdict.KEPT)).isZero();
        assertThat(customersAndColleagues()).isEqualTo(before);
        assertThat(open()).isEmpty();
        assertThat(
                        owner.column(
                                "select number || status || result_code || party_name from"
                                        + " cases.case_file where authority_id = '"
                                        + place.here().authority().id()
                                        + "' order by number"))
                .hasSize(2)
                .allMatch(row -> row.endsWith("CLOSEDCANCELLED"));
        assertThat(incoming().number().sequence()).isEqualTo(1);
        moving.moved(place, FOLDER);
        assertThat(open()).hasSize(2);
        assertThat(open().getFirst().file().number().sequence()).isEqualTo(3);
    }

    @Test
    void whatSomebodyWorkedOnStaysWithTheReason() {
        UUID id = moving.moved(place, FOLDER);
        Caller handler = towns.person(place.here(), StandardRole.CASE_HANDLER);
        CaseFile touched = open().getFirst().file();
        Callers.run(handler, () -> cases.addNote(touched.id(), "Ik bel haar morgen"));
        incoming();

        moving.undo(place, id);

        assertThat(open()).extracting(one -> one.file().id()).containsExactly(touched.id());
        assertThat(customers()).extracting(Party::name).containsExactly("Jan Peeters");
        assertThat(moving.reasons(place, id))
                .containsEntry("cases.csv 2", "error.moving.touched")
                .containsEntry("parties.csv 2", "error.moving.touched")
                .containsEntry("documents.csv 2", "error.moving.touched")
                .containsEntry("numbers.csv 2", "error.post.numbers-given");
        assertThat(moving.count(place, id, Sheet.CASES, Verdict.UNDONE)).isEqualTo(1);
    }

    @Test
    void aRegisterThatGaveNumbersDoesNotJump() {
        incoming();

        UUID id = moving.tried(place, Map.of("numbers.csv", "register;year;last\nIN;2026;1834\n"));

        assertThat(moving.reasons(place, id))
                .containsEntry("numbers.csv 2", "error.post.numbers-given");
    }

    @Test
    void anotherAuthoritySeesNothingOfIt() {
        UUID id = moving.moved(place, FOLDER);
        Place elsewhere = moving.found();

        assertThatThrownBy(() -> moving.look(elsewhere, id)).hasMessage("moving.transfer");
        assertThatThrownBy(() -> moving.start(elsewhere, id)).hasMessage("moving.transfer");
        assertThat(Callers.as(elsewhere.mover(), transfers::list)).isEmpty();
        assertThat(
                        owner.column(
                                "select count(*) from moving.brought where authority_id = '"
                                        + elsewhere.here().authority().id()
                                        + "'"))
                .containsExactly("0");
    }

    @Test
    void sistersThatBothCountFromOneDoNotMixTheirCustomers() {
        var town = towns.found();
        Place municipality = moving.settle(town.municipality());
        Place ocmw = moving.settle(town.ocmw());

        moving.moved(municipality, Map.of("parties.csv", "key;name\n1;Jan Peeters\n"));
        UUID second = moving.moved(ocmw, Map.of("parties.csv", "key;name\n1;Fatima El Amrani\n"));

        assertThat(moving.count(ocmw, second, Sheet.PARTIES, Verdict.NEW)).isEqualTo(1);
        assertThat(Callers.as(ocmw.here().service(), () -> known.after(Optional.empty(), 10)))
                .extracting(Party::name)
                .containsExactly("Fatima El Amrani");
    }

    @Test
    void whoMayNotTakePeopleInBringsNone() {
        Place alone = withoutAdministering();

        UUID id = moving.moved(alone, FOLDER);

        assertThat(moving.count(alone, id, Sheet.EMPLOYEES, Verdict.NEW)).isZero();
        assertThat(moving.reasons(alone, id))
                .containsEntry("employees.csv 2", "error.moving.hire-right")
                .containsEntry("cases.csv 2", "error.moving.handler-unknown");
    }

    @Test
    void whoMayNotLetPeopleGoDoesNotUndoThatTheyCame() {
        UUID id = moving.moved(place, FOLDER);

        assertThatThrownBy(() -> moving.undo(withoutAdministering(), id))
                .hasMessage("access.permission");

        assertThat(moving.look(place, id).transfer().state()).isEqualTo(Transfer.State.DONE);
    }

    @Test
    void whoMayNotTransferBringsNothing() {
        Caller handler = towns.person(place.here(), StandardRole.CASE_HANDLER);

        assertThatThrownBy(() -> moving.brought(new Place(place.here(), handler), FOLDER))
                .hasMessage("access.permission");
    }

    @Test
    void aFileThatCannotBeReadRefusesTheWholeBeforeAnyRow() {
        Map<String, String> broken = new HashMap<>(FOLDER);
        broken.put("cases.csv", "key;subject\n1;Zonder dienst\n");

        UUID id = moving.tried(place, broken);

        TransferPage page = moving.look(place, id);
        assertThat(page.transfer().state()).isEqualTo(Transfer.State.REFUSED);
        assertThat(page.transfer().problem().orElseThrow().key())
                .isEqualTo("error.moving.column-missing");
        assertThatThrownBy(() -> moving.start(place, id)).hasMessage("moving.other-state");
        assertThat(
                        owner.column(
                                "select count(*) from moving.line where transfer_id = '"
                                        + id
                                        + "'"))
                .containsExactly("0");
    }

    @Test
    void aTrialThatIsDroppedLeavesNoCells() {
        UUID id = moving.tried(place, FOLDER);

        Callers.run(place.mover(), () -> transfers.drop(id));

        assertThat(
                        owner.column(
                                "select distinct cells::text from moving.line where sheet <> 'NUMBERS'"
                                        + " and transfer_id = '"
                                        + id
                                        + "'"))
                .containsExactly("{}");
    }

    @Test
    void rowsThatNoDatabaseTakesAreRefusedAndHarmNoOther() {
        UUID id =
                moving.moved(
                        place,
                        Map.of(
                                "parties.csv",
                                "key;name\n"
                                        + "k".repeat(20_000)
                                        + ";Lang\nK2;"
                                        + "n".repeat(100_000)
                                        + "\nK3;Jan Peeters\n",
                                "documents.csv",
                                "case;file\n" + "d/".repeat(9_000) + ";x\n"));

        assertThat(moving.look(place, id).transfer().state()).isEqualTo(Transfer.State.DONE);
        assertThat(customers()).extracting(Party::name).containsExactly("Jan Peeters");
        assertThat(moving.reasons(place, id))
                .containsEntry("parties.csv 2", "error.moving.key-too-long")
                .containsEntry("parties.csv 3", "error.party.name-too-long")
                .containsEntry("documents.csv 2", "error.moving.key-too-long");
    }

    @Test
    void whatWasKeptLongEnoughIsForgotten() {
        UUID undecided = moving.tried(place, FOLDER);
        clock.advance(Duration.ofDays(29));
        Callers.run(place.here().service(), transfers::forget);
        assertThat(moving.look(place, undecided).transfer().state())
                .isEqualTo(Transfer.State.CHECKED);

        clock.advance(Duration.ofDays(2));
        Callers.run(place.here().service(), transfers::forget);
        assertThat(moving.look(place, undecided).transfer().state())
                .isEqualTo(Transfer.State.DROPPED);

        clock.advance(Duration.ofDays(733));
        Callers.run(place.here().service(), transfers::forget);
        assertThat(moving.look(place, undecided).counts()).isEmpty();
        clock.free();
    }

    @Test
    void theLogSaysWhoBroughtWhat() {
        UUID id = moving.moved(place, FOLDER);

        assertThat(
                        owner.column(
                                "select distinct actor_name from audit.event where action ="
                                        + " 'party.registered' and authority_id = '"
                                        + place.here().authority().id()
                                        + "'"))
                .containsExactly("Verhuizing 1 (" + place.mover().name() + ")");
        assertThat(
                        owner.column(
                                "select action from audit.event where subject_id = '"
                                        + id
                                        + "' and kind = 'ACTION' order by at, id"))
                .containsExactly(
                        "moving.begun", "moving.tried", "moving.started", "moving.finished");
    }

    /** The same place and person, with the right to bring data in and no other. */
    private Place withoutAdministering() {
        Caller mover = place.mover();
        var rights =
                new Caller.Rights(Set.of(Permission.TRANSFER), Set.of(), Confidentiality.INTERNAL);
        return new Place(
                place.here(),
                new Caller(
                        mover.kind(),
                        mover.actor(),
                        mover.name(),
                        mover.scope(),
                        mover.employee(),
                        rights,
                        Purpose.ADMINISTRATION));
    }

    private List<CaseDetail> open() {
        return Callers.as(
                place.here().service(), () -> caseTransfers.openAfter(Optional.empty(), 1_000));
    }

    private List<Party> customers() {
        return Callers.as(place.here().service(), () -> known.after(Optional.empty(), 1_000));
    }

    private List<String> customersAndColleagues() {
        List<Employee> working = Callers.as(place.here().service(), employees::list);
        var names = new ArrayList<>(working.stream().map(Employee::name).toList());
        customers().forEach(party -> names.add(party.name()));
        return names;
    }

    private RegisterEntry incoming() {
        var piece =
                new NewIncoming(
                        Channel.POST,
                        Brussels.today(clock),
                        "Brief",
                        "Jan",
                        Optional.empty(),
                        place.here().unit(),
                        Confidentiality.INTERNAL,
                        Optional.empty());
        return Callers.as(place.here().service(), () -> post.registerIncoming(piece));
    }

    /** How much there is of what a transfer may touch. */
    private List<String> everything() {
        String own = " where authority_id = '" + place.here().authority().id() + "'";
        return List.of(
                        "party.acquaintance",
                        "cases.case_file",
                        "cases.note",
                        "organisation.employee",
                        "organisation.role_grant",
                        "post.register",
                        "moving.document",
                        "moving.brought",
                        "search.entry",
                        "timeline.line")
                .stream()
                .map(table -> table + owner.column("select count(*) from " + table + own))
                .toList();
    }

    static Map<String, String> many(int count) {
        var people = new StringBuilder("key;name;email\n");
        var files = new StringBuilder("key;type;subject;party;unit;opened_on\n");
        for (int i = 1; i <= count; i++) {
            people.append("K%d;Persoon %d;persoon%d@voorbeeld.be\n".formatted(i, i, i));
            if (i % 2 == 0) {
                files.append(
                        "D%d;information-question;Vraag %d;K%d;Onthaal;%s\n"
                                .formatted(i, i, i, LocalDate.of(2026, 11, 2)));
            }
        }
        return Map.of("parties.csv", people.toString(), "cases.csv", files.toString());
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
