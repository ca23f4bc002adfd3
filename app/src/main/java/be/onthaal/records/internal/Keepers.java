// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseRecords;
import be.onthaal.common.Brussels;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.contact.ContactRecords;
import be.onthaal.dispatch.DispatchRecords;
import be.onthaal.files.Files;
import be.onthaal.mail.MailRecords;
import be.onthaal.post.PostRecords;
import be.onthaal.records.spi.Keeper;
import be.onthaal.search.Search;
import be.onthaal.timeline.Timeline;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All that keep something of a case: the modules below, which know nothing of this one, and those
 * above that hand themselves in.
 */
@Component
class Keepers {

    private final List<Keeper> others;
    private final List<Keeper> below;
    private final CaseRecords cases;
    private final Files files;
    private final Clock clock;

    /** The modules below. */
    @Component
    record Below(
            MailRecords mail,
            PostRecords post,
            DispatchRecords dispatches,
            ContactRecords contacts,
            Timeline timeline,
            Search search) {

        List<Keeper> keepers() {
            return List.of(
                    new Known("post", post::kept, post::unlink, file -> false),
                    new Known("mail", mail::kept, mail::destroy, mail::names),
                    new Known("dispatch", dispatches::kept, dispatches::destroy, file -> false),
                    new Known("contact", contacts::kept, contacts::destroy, file -> false),
                    new Known(
                            "timeline",
                            id -> timeline.kept(id.value()),
                            id -> timeline.forget(id.value()),
                            file -> false),
                    new Known(
                            "search",
                            id -> nothing(),
                            id -> search.remove("CASE", id.value()),
                            file -> false));
        }

        /** What search holds is a copy of what others keep. */
        private static Kept nothing() {
            return new Kept(Map.of(), Digest.of(""), Set.of());
        }
    }

    private record Known(
            String name,
            Function<CaseId, Kept> keeping,
            Consumer<CaseId> destroying,
            Predicate<Digest> naming)
            implements Keeper {

        @Override
        public Kept kept(CaseId id) {
            return keeping.apply(id);
        }

        @Override
        public void destroy(CaseId id) {
            destroying.accept(id);
        }

        @Override
        public boolean names(Digest file) {
            return naming.test(file);
        }
    }

    /**
     * What was destroyed.
     *
     * @param contents how many of each thing, for the record
     * @param digest the fingerprint of the fingerprints of all who kept something
     */
    record Destroyed(String contents, Digest digest) {}

    Keepers(List<Keeper> others, Below below, CaseRecords cases, Files files, Clock clock) {
        this.others = List.copyOf(others);
        this.below = below.keepers();
        this.cases = cases;
        this.files = files;
        this.clock = clock;
    }

    /** Destroys a case with all that anybody keeps of it, and tells what that was. */
    Destroyed destroy(CaseId id) {
        Map<String, Kept> kept = new TreeMap<>();
        all().forEach(keeper -> kept.put(keeper.name(), keeper.kept(id)));
        kept.put("cases", cases.kept(id));
        all().forEach(keeper -> keeper.destroy(id));
        if (!cases.destroy(id, Brussels.today(clock))) {
            throw new IllegalStateException("The database does not let this case go");
        }
        Set<Digest> named = new HashSet<>();
        kept.values().forEach(one -> named.addAll(one.files()));
        files.forgetting(named);
        named.stream()
                .filter(file -> all().noneMatch(keeper -> keeper.names(file)))
                .forEach(files::destroy);
        return new Destroyed(contents(kept), digest(kept));
    }

    private Stream<Keeper> all() {
        return Stream.concat(others.stream(), below.stream());
    }

    private static String contents(Map<String, Kept> kept) {
        Map<String, Integer> counts = new TreeMap<>();
        kept.values()
                .forEach(one ->
                        one.counts()
                                .forEach((what, many) -> counts.merge(what, many, Integer::sum)));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Digest digest(Map<String, Kept> kept) {
        return Digest.of(
                kept.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue().digest().hex())
                        .collect(Collectors.joining("\n")));
    }
}
