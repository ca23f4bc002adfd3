// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

/** A name that customers see, in the three languages; Dutch where another is not given. */
public record Words(String nl, String fr, String en) {

    public static final Words NONE = new Words("", "", "");

    public static Words dutch(String nl) {
        return new Words(nl, "", "");
    }

    public String in(String locale) {
        String chosen =
                switch (locale) {
                    case "fr" -> fr;
                    case "en" -> en;
                    default -> nl;
                };
        return chosen.isBlank() ? nl : chosen;
    }

    public boolean missing() {
        return nl.isBlank();
    }
}
