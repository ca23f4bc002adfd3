// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/** A customer who is likely the one who is looked for. */
public record LikelyMatch(PartySummary party, double probability) {

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "LikelyMatch[" + probability + "]";
    }
}
