// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.UUID;

/** Which page shows what. */
public final class Places {

    private Places() {}

    /** The address of the page for a thing of this kind; empty when no page shows it. */
    public static String of(String kind, UUID id) {
        return switch (kind) {
            case "PARTY" -> "/klanten/" + id;
            case "CASE" -> "/zaken/" + id;
            case "POST", "SCAN" -> "/post/" + id;
            case "PIECE" -> "/documenten/" + id;
            case "DOCUMENT" -> "/stukken/" + id;
            default -> "";
        };
    }

    /** The picture of a kind of thing. */
    public static String icon(String kind) {
        return switch (kind) {
            case "PARTY" -> "user";
            case "CASE" -> "case";
            case "POST" -> "mail";
            case "CONTACT" -> "phone";
            case "UNIT" -> "organisation";
            case "EMPLOYEE" -> "customer";
            default -> "document";
        };
    }
}
