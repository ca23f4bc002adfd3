// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On what conditions a program asks something, and which locks it says that it holds. */
record IfHeader(List<Clause> clauses) {

    static final IfHeader NONE = new IfHeader(List.of());

    private static final int LONGEST = 4_000;
    private static final Pattern PART =
            Pattern.compile("\\s*(?:<[^<>\\s]*>|\\[[^\\[\\]]*]|\\(|\\)|[Nn][Oo][Tt])");

    IfHeader {
        clauses = List.copyOf(clauses);
    }

    /**
     * Conditions that must all hold.
     *
     * @param about the place they speak of; none when it is not behind this address
     */
    record Clause(Optional<DavPath> about, List<Condition> conditions) {}

    /** One condition, which a program may also turn around. */
    record Condition(boolean not, Sort sort, String value) {}

    /** What a condition compares. */
    enum Sort {
        LOCK,
        ETAG
    }

    /** Reads the header of a request for this place. */
    static IfHeader parse(String header, DavPath here, Function<String, Optional<DavPath>> places) {
        if (header.length() > LONGEST) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        List<Clause> clauses = new ArrayList<>();
        Optional<DavPath> about = Optional.of(here);
        Optional<List<Condition>> open = Optional.empty();
        boolean not = false;
        String text = header.strip();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length() && part.lookingAt()) {
            String token = part.group().strip();
            String value = token.substring(1, Math.max(1, token.length() - 1));
            char sort = token.charAt(0);
            if (sort == '(' && open.isEmpty()) {
                open = Optional.of(new ArrayList<>());
            } else if (sort == ')' && open.filter(list -> !list.isEmpty()).isPresent() && !not) {
                clauses.add(new Clause(about, List.copyOf(open.get())));
                open = Optional.empty();
            } else if (sort == '<' && open.isEmpty()) {
                about = places.apply(value);
            } else if ((sort == '<' || sort == '[') && open.isPresent()) {
                open.get().add(new Condition(not, sort == '<' ? Sort.LOCK : Sort.ETAG, value));
                not = false;
            } else if ((sort == 'N' || sort == 'n') && open.isPresent()) {
                not = true;
            } else {
                throw new DavRefusal(DavRefusal.BAD_REQUEST);
            }
            at = part.end();
            part.region(at, text.length());
        }
        if (at < text.length() || open.isPresent() || clauses.isEmpty()) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return new IfHeader(clauses);
    }

    /** The locks that it names. */
    Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        for (Clause clause : clauses) {
            clause.conditions().stream()
                    .filter(one -> one.sort() == Sort.LOCK && !one.not())
                    .forEach(one -> tokens.add(one.value()));
        }
        return tokens;
    }
}
