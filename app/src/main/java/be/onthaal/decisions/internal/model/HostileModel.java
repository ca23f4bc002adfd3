// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import be.onthaal.decisions.Finding;

/** A model that is not even kept, and why. */
public final class HostileModel extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public HostileModel(Finding finding) {
        super(finding.what().key());
        this.finding = finding;
    }

    public HostileModel(String key, Object... arguments) {
        this(Finding.error(key, arguments));
    }

    public Finding finding() {
        return finding;
    }
}
