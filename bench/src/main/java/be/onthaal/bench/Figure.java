// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

/**
 * A measured figure, as docs/performance.json keeps it.
 *
 * @param issue the number of the issue that asks for it
 * @param better lower or higher
 * @param target what the issue asks, in the same unit
 * @param size on how much data
 * @param command what measures it again
 * @param rate of the load, or none
 * @param cache cold or warm
 * @param durable whether PostgreSQL kept every commit
 * @param commit what was measured
 */
record Figure(
        int issue,
        String name,
        double value,
        String unit,
        String better,
        double target,
        String size,
        String command,
        String rate,
        String cache,
        boolean durable,
        String commit,
        String date) {

    boolean reached() {
        return better.equals("lower") ? value <= target : value >= target;
    }

    /** Worse than before by more than a tenth, which is more than chance. */
    boolean worseThan(Figure before) {
        return better.equals("lower") ? value > before.value * 1.1 : value < before.value / 1.1;
    }
}
