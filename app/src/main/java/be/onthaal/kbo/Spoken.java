// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

/** A street, municipality or country as it is called in Dutch and in French; empty if unknown. */
public record Spoken(String dutch, String french) {

    /** As it is called in a language: French in French, else Dutch, unless only one is known. */
    public String in(String language) {
        boolean french = language.equals("fr");
        String wanted = french ? this.french : dutch;
        String other = french ? dutch : this.french;
        return wanted.isEmpty() ? other : wanted;
    }
}
