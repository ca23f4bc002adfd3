// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import be.onthaal.web.NavigationEntry;
import be.onthaal.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people, cases, post and contacts, and the actions whose name matches. */
@Service
class FindDesk {

    private final Search search;
    private final Consultations consultations;
    private final List<NavigationEntry> navigation;

    FindDesk(Search search, Consultations consultations, List<NavigationEntry> navigation) {
        this.search = search;
        this.consultations = consultations;
        this.navigation = navigation;
    }

    @Transactional
    FindPage find(String query, Text text, int most) {
        Caller caller = Callers.current();
        List<Found> found = query.isBlank() ? List.of() : search.find(query, kinds(caller), most);
        consultations.found("desk.searched", found);
        String words = query.strip().toLowerCase(Locale.ROOT);
        List<FindPage.Action> actions =
                actions(caller).stream()
                        .filter(action ->
                                text.of(action.key()).toLowerCase(Locale.ROOT).contains(words))
                        .toList();
        return new FindPage(query, found, actions);
    }

    /** What nobody may open is not found either. */
    private static List<String> kinds(Caller caller) {
        List<String> kinds = new ArrayList<>(List.of("NONE"));
        if (caller.may(Permission.PARTY_VIEW)) {
            kinds.add("PARTY");
        }
        if (caller.may(Permission.CASE_VIEW)) {
            kinds.add("CASE");
        }
        if (caller.may(Permission.POST_VIEW)) {
            kinds.add("POST");
            kinds.add("SCAN");
        }
        return kinds;
    }

    private List<FindPage.Action> actions(Caller caller) {
        List<FindPage.Action> actions = new ArrayList<>();
        if (caller.may(Permission.CONTACT_HANDLE)) {
            actions.add(new FindPage.Action("desk.contact", "/contact/nieuw", "phone", "g c"));
        }
        if (caller.may(Permission.PARTY_EDIT)) {
            actions.add(
                    new FindPage.Action("desk.customers.new", "/klanten/nieuw", "user-add", ""));
        }
        navigation.stream()
                .filter(entry -> caller.may(entry.permission()))
                .filter(entry -> !entry.href().equals("/contact/nieuw"))
                .map(entry ->
                        new FindPage.Action(
                                entry.key(),
                                entry.href(),
                                entry.icon(),
                                entry.letter().isEmpty() ? "" : "g " + entry.letter()))
                .forEach(actions::add);
        return actions;
    }
}
