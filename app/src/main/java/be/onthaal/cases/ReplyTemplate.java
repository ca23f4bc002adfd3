// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.Map;

/** A text with fields to answer customers with. */
public record ReplyTemplate(String code, String locale, String name, String subject, String body) {

    /** What may stand between double braces. */
    public enum Field {
        CUSTOMER("klant"),
        CASE_NUMBER("zaaknummer"),
        SUBJECT("onderwerp"),
        EMPLOYEE("medewerker"),
        AUTHORITY("bestuur"),
        UNIT("dienst");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /** As it is written in a template. */
        public String label() {
            return label;
        }
    }

    /** A template with its fields filled in. */
    public record Filled(String subject, String body) {}

    /** Fills the fields in; a field without a value becomes empty. */
    public Filled fill(Map<Field, String> values) {
        throw new UnsupportedOperationException();
    }
}
