// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

/** A name that customers see, in the three languages. */
public record Words(String nl, String fr, String en) {

    public String in(String locale) {
        return switch (locale) {
            case "fr" -> fr;
            case "en" -> en;
            default -> nl;
        };
    }
}
