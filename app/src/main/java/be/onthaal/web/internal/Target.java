// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

/** Where somebody goes after signing in. */
final class Target {

    private static final int LONGEST = 2_000;

    private Target() {}

    /** Only a path of our own: never another site. */
    static String own(String wanted) {
        boolean own = wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.contains("\\");
        boolean plain = wanted.chars().noneMatch(c -> c < 0x20) && wanted.length() <= LONGEST;
        return own && plain ? wanted : "/";
    }
}
