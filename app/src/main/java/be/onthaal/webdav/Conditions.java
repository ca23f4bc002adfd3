// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether things still are as the program that asks believes. */
@Component
class Conditions {

    private final DavTree tree;
    private final ProgramLocks locks;

    Conditions(DavTree tree, ProgramLocks locks) {
        this.tree = tree;
        this.locks = locks;
    }

    /** Refuses a request whose conditions do not hold. */
    void check(EditAddress address, DavRequest request) {
        IfHeader header = request.conditions();
        boolean holds =
                header.clauses().isEmpty()
                        || header.clauses().stream().anyMatch(clause -> holds(address, clause));
        if (!holds || !matches(address, request)) {
            throw new DavRefusal(DavRefusal.CONDITION_FAILED);
        }
    }

    private boolean matches(EditAddress address, DavRequest request) {
        Optional<String> wanted = request.header("If-Match");
        Optional<String> unwanted = request.header("If-None-Match");
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return true;
        }
        Optional<Entry> entry = tree.find(address, request.path());
        boolean right =
                wanted.isEmpty() || entry.filter(one -> names(wanted.get(), one)).isPresent();
        boolean looks = request.method().equals("GET") || request.method().equals("HEAD");
        boolean other =
                unwanted.isEmpty()
                        || looks
                        || entry.filter(one -> names(unwanted.get(), one)).isEmpty();
        return right && other;
    }

    /** Whether a list of marks holds that of this file. */
    static boolean names(String list, Entry entry) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .anyMatch(mark -> mark.equals("*") || mark.equals(entry.etag()));
    }

    private boolean holds(EditAddress address, IfHeader.Clause clause) {
        return clause.conditions().stream()
                .allMatch(one -> one.not() != isSo(address, clause.about(), one));
    }

    private boolean isSo(
            EditAddress address, Optional<DavPath> about, IfHeader.Condition condition) {
        if (about.isEmpty()) {
            return false;
        }
        return switch (condition.sort()) {
            case LOCK ->
                    locks.covering(address, about.get()).stream()
                            .anyMatch(lock -> lock.name().equals(condition.value()));
            case ETAG ->
                    tree.find(address, about.get())
                            .filter(entry -> !entry.isFolder())
                            .filter(entry -> entry.etag().equals(condition.value()))
                            .isPresent();
        };
    }
}
