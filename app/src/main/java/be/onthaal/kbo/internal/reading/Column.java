// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

/**
 * A column of a file of the extract.
 *
 * @param header as the first line of the file calls it
 * @param name as our table calls it
 * @param needed true when a row without it says nothing
 */
public record Column(String header, String name, Form form, boolean needed) {

    /** What its cells hold. */
    public enum Form {
        TEXT,
        /** The number of a language in the code file. */
        LANGUAGE,
        /** dd-mm-yyyy. */
        DATE,
        ENTERPRISE,
        ESTABLISHMENT,
        /** The number of a branch, which is not an official one. */
        BRANCH,
        /** The number of an enterprise, establishment or branch. */
        ENTITY
    }

    static Column of(String header, String name, Form form) {
        return new Column(header, name, form, form != Form.TEXT && form != Form.DATE);
    }

    static Column text(String header, String name) {
        return new Column(header, name, Form.TEXT, false);
    }

    static Column said(String header, String name) {
        return new Column(header, name, Form.TEXT, true);
    }
}
