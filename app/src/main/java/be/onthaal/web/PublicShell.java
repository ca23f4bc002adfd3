// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.access.Authority;

/** What surrounds a page for citizens: the authority whose page it is, and the language. */
public record PublicShell(Text text, Authority authority, String path) {

    /** The word or sentence for this key. */
    public String t(String key, Object... arguments) {
        return text.of(key, arguments);
    }
}
