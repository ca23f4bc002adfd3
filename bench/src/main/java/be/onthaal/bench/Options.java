// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was asked on the command line: {@code --name value}, each with a usual value. */
record Options(List<String> given) {

    Options {
        given = List.copyOf(given);
    }

    /** What measures the same again, wherever its data lies. */
    String command(String scenario) {
        List<String> settings =
                given.isEmpty() || given.getFirst().startsWith("--")
                        ? given
                        : given.subList(1, given.size());
        var same = new ArrayList<>(settings);
        int data = same.indexOf("--data");
        if (data >= 0) {
            same.subList(data, Math.min(data + 2, same.size())).clear();
        }
        return ("./onthaal bench " + scenario + " " + String.join(" ", same)).strip();
    }

    int persons() {
        return number("--persons", 200_000);
    }

    int cases() {
        return number("--cases", 100_000);
    }

    /** Pages a second. */
    int rate() {
        return number("--rate", 150);
    }

    int seconds() {
        return number("--seconds", 60);
    }

    int warmUp() {
        return number("--warm-up", 120);
    }

    /** Of the counter: searches, customers and new customers a second. */
    int counterRate() {
        return number("--rate", 20);
    }

    /** Whether this part of a scenario was asked; without {@code --only} all of it is. */
    boolean wants(String part) {
        return text("--only", part).equals(part);
    }

    int mails() {
        return number("--mails", 3_000);
    }

    /** Of the register of enterprises; the real one has these. */
    int enterprises() {
        return number("--enterprises", 1_938_239);
    }

    /** Enterprises that an update of the register touches. */
    int changes() {
        return number("--changes", 2_000);
    }

    /** Searches in the register. */
    int searches() {
        return number("--searches", 5_000);
    }

    /** Another seed gives other data and another order of pages. */
    int seed() {
        return number("--seed", 20261122);
    }

    /** Where the data of the measured product is. */
    Path data() {
        return Path.of(text("--data", "bench/target/data")).toAbsolutePath();
    }

    private int number(String name, int usual) {
        return Integer.parseInt(text(name, String.valueOf(usual)));
    }

    private String text(String name, String usual) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 >= given.size() ? usual : given.get(at + 1);
    }
}
