// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseList;
import be.onthaal.cases.Cases;
import be.onthaal.cases.Narrowing;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of cases. */
@Service
class CasesDesk {

    private final Cases cases;
    private final Parties parties;
    private final SavedViews views;
    private final ListChoices looks;
    private final ListWords words;
    private final Lists lists;
    private final Consultations consultations;
    private final Parts parts;

    CasesDesk(
            Cases cases,
            Parties parties,
            SavedViews views,
            ListChoices looks,
            ListWords words,
            Lists lists,
            Consultations consultations,
            Parts parts) {
        this.cases = cases;
        this.parties = parties;
        this.views = views;
        this.looks = looks;
        this.words = words;
        this.lists = lists;
        this.consultations = consultations;
        this.parts = parts;
    }

    /** The filter of a query, with the words that it names and all profiles of its customer. */
    record Asked(CaseFilter filter, CasesPage.Said said) {}

    /**
     * A page of the list; without a query the view that the caller begins with. How long a page is
     * and with which view he begins is asked with the list as it mostly is, and the list again only
     * where he wants another.
     */
    @Transactional
    CasesPage list(
            Optional<CaseQuery> wanted,
            CaseFilter.View usual,
            int number,
            Optional<CasesPage.Bulk> bulk) {
        CaseQuery query = wanted.orElse(CaseQuery.of(CaseFilter.of(usual)));
        Asked asked = asked(query);
        Part<CaseList> list = part(asked, number, ListChoice.USUAL.size());
        Part<List<SavedView>> saved = views.of(ViewPages.CASES);
        Part<ListChoice> chosen = looks.of(ViewPages.CASES);
        Parts.Answers answers = parts.ask(list, saved, chosen);
        ListChoice look = answers.to(chosen);
        List<SavedView> all = answers.to(saved);
        Optional<SavedView> first =
                wanted.isPresent()
                        ? Optional.empty()
                        : all.stream()
                                .filter(view -> look.first().equals(Optional.of(view.id())))
                                .findFirst();
        CaseList found = answers.to(list);
        if (first.isPresent() || look.size() != ListChoice.USUAL.size()) {
            query = first.map(view -> read(view, usual)).orElse(query);
            asked = asked(query);
            found = parts.answer(part(asked, number, look.size()));
        }
        consultations.list("desk.cases-viewed", CaseParties.of(found.page().rows()));
        return page(query, asked.said(), found, look, all, bulk);
    }

    /** What a query asks, with the words and profiles that stand in no address. */
    @Transactional(readOnly = true)
    Asked asked(CaseQuery query) {
        CaseFilter filter = query.filter();
        Optional<String> said = query.words().flatMap(words::find);
        Optional<Map<String, String>> texts =
                query.texts().flatMap(words::texts).map(SoughtFields::read);
        Map<String, String> fields = new HashMap<>(texts.orElse(Map.of()));
        fields.putAll(filter.narrowing().fields());
        Narrowing wanted =
                filter.narrowing()
                        .saying(said.orElse(""))
                        .ofProfiles(profiles(filter))
                        .filled(fields);
        boolean gone =
                (query.words().isPresent() && said.isEmpty())
                        || (query.texts().isPresent() && texts.isEmpty());
        return new Asked(
                new CaseFilter(filter.view(), filter.sort(), wanted),
                new CasesPage.Said(said.orElse(""), texts.orElse(Map.of()), gone));
    }

    private Part<CaseList> part(Asked asked, int number, int size) {
        return cases.partOfList(asked.filter(), PageRequest.nearest(number, size));
    }

    private static CaseQuery read(SavedView view, CaseFilter.View usual) {
        return CaseQuery.read(Fields.address(view.address()), usual);
    }

    /** A customer who was merged is found by the cases of each of his profiles. */
    private Set<PartyId> profiles(CaseFilter filter) {
        Set<PartyId> all = new HashSet<>(filter.narrowing().customers());
        if (Callers.current().may(Permission.PARTY_VIEW)) {
            filter.narrowing().customers().forEach(id -> all.addAll(parties.members(id)));
        }
        return all;
    }

    private CasesPage page(
            CaseQuery query,
            CasesPage.Said said,
            CaseList found,
            ListChoice look,
            List<SavedView> saved,
            Optional<CasesPage.Bulk> bulk) {
        Caller caller = Callers.current();
        Page<CaseLine> lines = found.page();
        var choices =
                new CasesPage.Choices(
                        saved,
                        lists.colleagues(),
                        lists.caseTypes(),
                        lists.units(),
                        lists.unitNames(),
                        line -> lists.caseType(line.traits().typeId()),
                        caller.may(Permission.CASE_HANDLE),
                        caller.may(Permission.COORDINATE));
        return new CasesPage(
                query, said, lines, found.counts(), look, choices, lists.today(), bulk);
    }
}
