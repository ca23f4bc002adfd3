// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseFilter.Sort;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.Narrowing;
import be.onthaal.common.Channel;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.party.PartyId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A filter of cases as it stands in an address: choices, days and ids, which may be shared and
 * logged.
 *
 * @param filter what is chosen, still without words
 * @param words under which id the words are kept that it looks for
 * @param texts under which id is kept what it looks for in fields of text
 */
public record CaseQuery(CaseFilter filter, Optional<UUID> words, Optional<UUID> texts) {

    /** What the names begin with of values in fields of a case. */
    static final String FIELD = CaseHandlingPages.FIELD;

    /** What stands in every address, and narrows nothing. */
    static final Set<String> ALWAYS = Set.of("view", "sort");

    static CaseQuery of(CaseFilter filter) {
        return new CaseQuery(filter, Optional.empty(), Optional.empty());
    }

    /** Reads the parameters of an address or form; what is no choice at all is refused. */
    static CaseQuery read(Fields sent, View usual) {
        View view = sent.optional("view", 20).map(View::valueOf).orElse(usual);
        Sort sort = sent.optional("sort", 20).map(Sort::valueOf).orElse(Sort.DUE_FIRST);
        var narrowing =
                new Narrowing(
                        Set.copyOf(sent.choices("type")),
                        new Narrowing.Progress(
                                all(sent.choices("status"), CaseStatus::valueOf),
                                Set.copyOf(sent.choices("fase"))),
                        all(sent.choices("dienst"), id -> new UnitId(UUID.fromString(id))),
                        all(sent.choices("wie"), id -> new EmployeeId(UUID.fromString(id))),
                        all(sent.choices("klant"), id -> new PartyId(UUID.fromString(id))),
                        all(sent.choices("kanaal"), Channel::valueOf),
                        all(sent.choices("graad"), Confidentiality::valueOf),
                        days(sent, "einde"),
                        days(sent, "open"),
                        "",
                        sent.beginning(FIELD));
        return new CaseQuery(
                new CaseFilter(view, sort, narrowing), sent.id("woorden"), sent.id("teksten"));
    }

    private static Narrowing.Days days(Fields sent, String what) {
        return new Narrowing.Days(sent.day(what + "-van"), sent.day(what + "-tot"));
    }

    private static <T> Set<T> all(List<String> sent, Function<String, T> read) {
        return sent.stream().map(read).collect(Collectors.toUnmodifiableSet());
    }

    /** As it stands in an address; always in the same order, so that equal ones are equal. */
    public String text() {
        return String.join("&", parts());
    }

    /** Each choice as it stands in an address. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add("view=" + filter.view().name());
        parts.add("sort=" + filter.sort().name());
        Narrowing wanted = filter.narrowing();
        add(parts, "type", wanted.types(), code -> code);
        add(parts, "status", wanted.progress().statuses(), Enum::name);
        add(parts, "fase", wanted.progress().phases(), code -> code);
        add(parts, "dienst", wanted.units(), UnitId::toString);
        add(parts, "wie", wanted.handlers(), EmployeeId::toString);
        add(parts, "klant", wanted.customers(), PartyId::toString);
        add(parts, "kanaal", wanted.channels(), Enum::name);
        add(parts, "graad", wanted.levels(), Enum::name);
        wanted.due().from().ifPresent(day -> parts.add("einde-van=" + day));
        wanted.due().until().ifPresent(day -> parts.add("einde-tot=" + day));
        wanted.opened().from().ifPresent(day -> parts.add("open-van=" + day));
        wanted.opened().until().ifPresent(day -> parts.add("open-tot=" + day));
        new TreeMap<>(wanted.fields())
                .forEach((code, value) ->
                        add(parts, FIELD + encoded(code), Set.of(value), text -> text));
        words.ifPresent(id -> parts.add("woorden=" + id));
        texts.ifPresent(id -> parts.add("teksten=" + id));
        return List.copyOf(parts);
    }

    private static <T> void add(
            List<String> parts, String name, Collection<T> wanted, Function<T, String> value) {
        wanted.stream()
                .map(value)
                .sorted()
                .map(text -> name + "=" + encoded(text))
                .forEach(parts::add);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same choices in another view. */
    public CaseQuery in(View view) {
        return new CaseQuery(new CaseFilter(view, filter.sort(), filter.narrowing()), words, texts);
    }

    public CaseQuery by(Sort sort) {
        return new CaseQuery(new CaseFilter(filter.view(), sort, filter.narrowing()), words, texts);
    }

    CaseQuery saying(Optional<UUID> other) {
        return new CaseQuery(filter, other, texts);
    }

    /** The same with these values in fields, and under this id what is looked for in texts. */
    CaseQuery filled(Map<String, String> shown, Optional<UUID> kept) {
        var wanted = filter.narrowing().filled(shown);
        return new CaseQuery(new CaseFilter(filter.view(), filter.sort(), wanted), words, kept);
    }

    /** True when something is chosen from the view, by choices or words. */
    public boolean narrows() {
        return words.isPresent() || texts.isPresent() || !filter.narrowing().isNone();
    }
}
