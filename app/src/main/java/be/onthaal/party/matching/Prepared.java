// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** Profiles with all that comparing them needs; may be read by many threads. */
record Prepared(Columns profiles, Frequencies frequencies, NameForms names) {

    /** With the frequencies of the profiles themselves. */
    static Prepared of(Columns profiles) {
        return of(profiles, Frequencies.of(profiles));
    }

    /** With what was learned from others. */
    static Prepared of(Columns profiles, Model model) {
        return of(profiles, Frequencies.of(profiles, model.commonness()));
    }

    private static Prepared of(Columns profiles, Frequencies frequencies) {
        return new Prepared(profiles, frequencies, NameForms.of(profiles.values(Columns.FAMILY)));
    }

    PairComparer comparer() {
        return new PairComparer(profiles, frequencies, names);
    }

    Scorer scorer(Weights weights) {
        return new Scorer(comparer(), weights);
    }

    int size() {
        return profiles.size();
    }
}
