// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * One run of the bench: what was asked, where figures go, and what they are about.
 *
 * @param commit of the measured source
 */
record Run(Options options, Figures figures, String commit) {

    private static final int FOUNDATION = 2;

    static Run of(Options options, Figures figures) throws IOException {
        var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
        String commit =
                new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Run(options, figures, commit);
    }

    /** What a figure of this run is called, what was measured, and what was asked. */
    record Measured(String name, double value, String unit, double target) {}

    /** Which issue asks for a figure, on how much data, and under which circumstances. */
    record Setting(int issue, String size, String scenario, String rate, String cache) {}

    /** Keeps a figure that should be low. */
    void low(Measured measured, String scenario, String rate, String cache) {
        low(measured, new Setting(FOUNDATION, size(), scenario, rate, cache));
    }

    /** Keeps a figure of another issue that should be low. */
    void low(Measured measured, Setting setting) {
        keep(measured, "lower", setting);
    }

    /** Keeps a figure that should be high. */
    void high(Measured measured, String scenario, String rate, String cache) {
        keep(measured, "higher", new Setting(FOUNDATION, size(), scenario, rate, cache));
    }

    /** Keeps a figure of another issue that should be high. */
    void high(Measured measured, Setting setting) {
        keep(measured, "higher", setting);
    }

    String size() {
        return String.format(
                Locale.ROOT, "%,d people, %,d cases", options.persons(), options.cases());
    }

    private void keep(Measured measured, String better, Setting setting) {
        figures.add(
                new Figure(
                        setting.issue(),
                        measured.name(),
                        Math.round(measured.value() * 10) / 10.0,
                        measured.unit(),
                        better,
                        measured.target(),
                        setting.size(),
                        options.command(setting.scenario()),
                        setting.rate(),
                        setting.cache(),
                        true,
                        commit,
                        LocalDate.now(ZoneId.of("Europe/Brussels")).toString()));
    }
}
