// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.contact.ContactMoment;
import be.onthaal.contact.Contacts;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.Assigning;
import be.onthaal.party.Assigning.Ref;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Merge;
import be.onthaal.party.Merges;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyFinder;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.spi.CustomerItem;
import be.onthaal.post.Company;
import be.onthaal.post.NewEntry;
import be.onthaal.post.Particulars;
import be.onthaal.post.Piece;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Two who were one for a while: what came meanwhile goes to whom it belongs. */
@OnthaalTest
@Import(DeskFixtures.class)
class AssigningTest {

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired PartyFinder finder;
    @Autowired Merges merges;
    @Autowired Assigning assigning;
    @Autowired Consents consents;
    @Autowired Contacts contacts;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired PostRegister post;
    @Autowired Timeline timeline;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Town town;
    private TestAuthority here;
    private Caller clerk;
    private PartyId jan;
    private PartyId josef;
    private Merge merge;

    @BeforeEach
    void twoWereOneForAWhile() {
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
        clerk = towns.person(here, StandardRole.CASE_HANDLER);
        jan = registered("Jan Peeters");
        josef = registered("Jozef Peeters");
        state("geboren voor het samenvoegen", Detail.Kind.CIVIL_STATE);
        merge = Callers.as(clerk, () -> merges.merge(jan, josef, "Zelfde persoon"));
    }

    @Test
    void eachThingThatCameMeanwhileIsOfferedAndGoesToWhomItBelongs() {
        CaseFile file = opened();
        contacted();
        RegisterEntry entry = received();
        var mail = new ContactPoint(ContactPoint.Kind.EMAIL, "jozef@werk.be", "EMPLOYEE", false);
        Callers.run(clerk, () -> parties.addContactPoint(jan, mail));
        state("weduwnaar", Detail.Kind.CIVIL_STATE);
        agreed();
        undo();

        assertThat(items())
                .extracting(CustomerItem::kind)
                .containsExactlyInAnyOrder(
                        "CASE", "CONTACT", "POST", "CONTACT_POINT", "DETAIL", "CONSENT");
        assertThat(items()).extracting(CustomerItem::at).containsOnly(jan);

        assign(items(), josef);

        assertThat(items()).extracting(CustomerItem::at).containsOnly(josef);
        Party his = party(josef);
        assertThat(his.contactPoints()).extracting(ContactPoint::value).contains("jozef@werk.be");
        assertThat(his.details().value(Detail.Kind.CIVIL_STATE)).contains("weduwnaar");
        assertThat(party(jan).contactPoints())
                .extracting(ContactPoint::value)
                .doesNotContain("jozef@werk.be");
        assertThat(party(jan).details().value(Detail.Kind.CIVIL_STATE))
                .as("what it took the place of holds again")
                .contains("geboren voor het samenvoegen");
        CaseFile now = Callers.as(clerk, () -> cases.get(file.id())).file();
        assertThat(now.customer().party()).contains(josef);
        assertThat(now.customer().name()).isEqualTo("Jozef Peeters");
        assertThat(contactsOf(josef)).hasSize(1);
        assertThat(contactsOf(jan)).isEmpty();
        assertThat(Callers.as(clerk, () -> post.get(entry.id())).piece().party()).contains(josef);
        assertThat(agreed(josef)).isTrue();
        assertThat(agreed(jan)).isFalse();
        assertThat(told(josef))
                .extracting(TimelineLine::event)
                .contains("cases.opened", "contact.recorded");
        assertThat(told(jan))
                .extracting(TimelineLine::event)
                .doesNotContain("cases.opened", "contact.recorded");
        assertThat(found("jozef@werk.be")).containsExactly(josef);
    }

    @Test
    void whatIsHisAlreadyStaysAndAssigningTwiceIsOnce() {
        opened();
        undo();

        assign(items(), jan);
        assign(items(), josef);
        assign(items(), josef);

        assertThat(items()).extracting(CustomerItem::at).containsExactly(josef);
        assertThat(told(josef).stream().filter(line -> line.event().equals("cases.opened")))
                .hasSize(1);
    }

    @Test
    void anAddressThatTheOtherHasAlreadyIsSaidNotToBeHisAndIsNotLost() {
        var mail = new ContactPoint(ContactPoint.Kind.EMAIL, "p@gezin.be", "EMPLOYEE", false);
        Callers.run(clerk, () -> parties.addContactPoint(jan, mail));
        undo();
        Callers.run(clerk, () -> parties.addContactPoint(josef, mail));

        CustomerItem atJan =
                items().stream().filter(item -> item.at().equals(jan)).findFirst().orElseThrow();
        assign(List.of(atJan), josef);

        assertThat(party(josef).contactPoints())
                .extracting(ContactPoint::value)
                .containsExactly("p@gezin.be");
        assertThat(party(jan).contactPoints()).isEmpty();
        assertThat(party(jan).formerPoints())
                .extracting(ContactPoint::value)
                .containsExactly("p@gezin.be");
    }

    @Test
    void whatWasOnItsWayWhenTheMergeWasTakenBackIsOfferedToo() {
        undo();
        var late = new ContactPoint(ContactPoint.Kind.PHONE, "0470123456", "EMPLOYEE", false);
        Callers.run(clerk, () -> parties.addContactPoint(jan, late));

        assertThat(items()).extracting(CustomerItem::title).containsExactly("0470 12 34 56");
    }

    @Test
    void whatWasThereBeforeOrBelongsToNobodyOfBothIsRefused() {
        CaseFile before = opened();
        undo();
        PartyId third = registered("Derde");

        refused("party.item", () -> assigning.assign(merge.id(), ref("CASE", third), josef));
        refused(
                "party.item",
                () ->
                        assigning.assign(
                                merge.id(), List.of(new Ref("POST", before.id().value())), josef));
        refused("party.party", () -> assigning.assign(merge.id(), refs(items()), third));
    }

    @Test
    void ofALiveMergeNothingIsAssignedAndAnotherAuthoritySeesNothing() {
        opened();
        assertThat(items()).isEmpty();
        refused("party.merge-live", () -> assigning.assign(merge.id(), List.of(), josef));
        undo();
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);

        assertThatThrownBy(() -> Callers.as(social, () -> assigning.items(merge.id())))
                .isInstanceOf(OnthaalException.class);
    }

    @Test
    void whoMayNotHandleCasesIsNotOfferedThem() {
        opened();
        undo();
        Caller reader = towns.person(here, StandardRole.READER);

        assertThat(Callers.as(reader, () -> assigning.items(merge.id()))).isEmpty();
    }

    @Test
    void onThePageOneTicksWhatGoesWhere() {
        CaseFile file = opened();
        undo();
        Browser browser = fixtures.browser(port, here, clerk);
        String page = "/samenvoegingen/" + merge.id();

        assertThat(browser.get(page).body())
                .contains("Nog toe te wijzen", file.number().display(), "Wijs toe aan Jozef");
        assertThat(
                        browser.post(
                                        page + "/wijs-toe",
                                        Map.of(
                                                "item",
                                                "CASE:" + file.id(),
                                                "who",
                                                josef.toString()))
                                .location())
                .isEqualTo(page + "?gedaan=assigned");
        assertThat(browser.get(page).body()).contains("staat nu bij Jozef Peeters");
        assertThat(browser.post(page + "/wijs-toe", Map.of("who", josef.toString())).body())
                .contains("niets aangevinkt");
        assertThat(
                        browser.post(
                                        page + "/wijs-toe",
                                        Map.of("item", "nonsens", "who", josef.toString()))
                                .status())
                .isEqualTo(404);
    }

    private void assign(List<CustomerItem> items, PartyId to) {
        Callers.run(clerk, () -> assigning.assign(merge.id(), refs(items), to));
    }

    private static List<Ref> refs(List<CustomerItem> items) {
        return items.stream().map(item -> new Ref(item.kind(), item.id())).toList();
    }

    private static List<Ref> ref(String kind, PartyId id) {
        return List.of(new Ref(kind, UUID.fromString(id.toString())));
    }

    private List<CustomerItem> items() {
        return Callers.as(clerk, () -> assigning.items(merge.id()));
    }

    private void undo() {
        Callers.run(clerk, () -> merges.undo(merge.id(), "Twee broers"));
    }

    private Party party(PartyId id) {
        return Callers.as(clerk, () -> parties.get(id));
    }

    private List<ContactMoment> contactsOf(PartyId id) {
        return Callers.as(clerk, () -> contacts.ofParty(List.of(id), 10));
    }

    private List<TimelineLine> told(PartyId id) {
        return Callers.as(clerk, () -> timeline.of(id.value(), 50));
    }

    private List<PartyId> found(String said) {
        return Callers.as(clerk, () -> finder.find(said, 5)).stream()
                .map(PartySummary::id)
                .toList();
    }

    private boolean agreed(PartyId id) {
        return Callers.as(clerk, () -> consents.now(id, ConsentPurpose.NEWS))
                .filter(Consent::given)
                .isPresent();
    }

    private void agreed() {
        Callers.run(
                clerk,
                () ->
                        consents.record(
                                jan,
                                new Consents.Said(
                                        ConsentPurpose.NEWS,
                                        true,
                                        new Consent.Text("1", "Nieuws"),
                                        Channel.DESK,
                                        "Aan het loket",
                                        clock.instant())));
    }

    private void state(String value, Detail.Kind kind) {
        Callers.run(clerk, () -> parties.state(jan, kind, value, "EMPLOYEE", Optional.empty()));
    }

    private CaseFile opened() {
        return Callers.as(
                clerk,
                () ->
                        cases.open(
                                new OpenCase(
                                        CaseTypes.INFORMATION_QUESTION,
                                        "Pensioen",
                                        "",
                                        Optional.of(jan),
                                        here.unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                Brussels.today(clock),
                                                Optional.empty()),
                                        Optional.empty())));
    }

    private void contacted() {
        Callers.run(
                clerk,
                () ->
                        contacts.record(
                                new NewContact(
                                        Channel.PHONE,
                                        Optional.of(jan),
                                        here.unit(),
                                        clock.instant(),
                                        Optional.of(clock.instant()),
                                        "",
                                        List.of(
                                                new NewQuestion(
                                                        "Wanneer komt mijn pensioen?",
                                                        Optional.of(here.unit()),
                                                        QuestionOutcome.ANSWERED,
                                                        Optional.empty())),
                                        Optional.empty())));
    }

    private RegisterEntry received() {
        var piece =
                new Piece(
                        Channel.POST,
                        Brussels.today(clock),
                        "Attest",
                        "J. Peeters",
                        Optional.of(jan));
        return Callers.as(
                clerk,
                () ->
                        post.register(
                                new NewEntry(
                                        RegisterEntry.Direction.IN,
                                        piece,
                                        Particulars.usual(Channel.POST),
                                        new NewEntry.Placement(
                                                here.unit(), Confidentiality.INTERNAL),
                                        Company.NONE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private PartyId registered(String name) {
        return Callers.as(
                clerk,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE)));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(clerk, work))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
