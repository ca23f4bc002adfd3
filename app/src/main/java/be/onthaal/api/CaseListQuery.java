// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.Narrowing;
import be.onthaal.common.Channel;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which cases a program wants listed; words are asked by the search, since addresses are logged.
 */
record CaseListQuery(
        Optional<CaseFilter.View> view,
        Optional<CaseFilter.Sort> sort,
        Optional<List<String>> type,
        Optional<List<CaseStatus>> status,
        Optional<List<String>> phase,
        Optional<List<UUID>> unit,
        Optional<List<UUID>> handler,
        Optional<List<UUID>> party,
        Optional<List<Channel>> channel,
        Optional<List<Confidentiality>> confidentiality,
        Optional<LocalDate> dueFrom,
        Optional<LocalDate> dueUntil,
        Optional<LocalDate> openedFrom,
        Optional<LocalDate> openedUntil,
        Optional<Integer> page,
        Optional<Integer> size) {

    private static final int MOST = 50;

    CaseFilter filter() {
        var narrowing =
                new Narrowing(
                        set(type, code -> code),
                        new Narrowing.Progress(set(status, one -> one), set(phase, code -> code)),
                        set(unit, UnitId::new),
                        set(handler, EmployeeId::new),
                        set(party, PartyId::new),
                        set(channel, one -> one),
                        set(confidentiality, one -> one),
                        new Narrowing.Days(dueFrom, dueUntil),
                        new Narrowing.Days(openedFrom, openedUntil),
                        "",
                        Map.of());
        return new CaseFilter(
                view.orElse(CaseFilter.View.ALL_OPEN),
                sort.orElse(CaseFilter.Sort.DUE_FIRST),
                narrowing);
    }

    PageRequest pageRequest() {
        return new PageRequest(page.orElse(1), size.orElse(PageRequest.USUAL_SIZE));
    }

    private static <T, V> Set<V> set(Optional<List<T>> sent, Function<T, V> value) {
        return sent.orElse(List.of()).stream()
                .limit(MOST)
                .map(value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
