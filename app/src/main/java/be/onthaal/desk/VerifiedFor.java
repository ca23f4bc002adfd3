// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.Map;

/**
 * For whom somebody was verified in a contact that is being noted: for another customer, and in
 * another contact, it is to be made sure again.
 */
final class VerifiedFor {

    /** The field with the customer who was chosen when the page was shown. */
    static final String FIELD = "verifiedFor";

    private static final String NOBODY = "none";
    private static final int ID = 36;

    private VerifiedFor() {}

    /** Whether it was made sure who one customer is, and another one is chosen now. */
    static boolean another(Map<String, String> typed) {
        return another(typed, chosen(typed));
    }

    /** The same for a customer who is chosen by what was found. */
    static boolean another(Map<String, String> typed, String customer) {
        String before = typed.getOrDefault(FIELD, "");
        return isMade(typed) && before.length() == ID && !before.equals(customer);
    }

    static String chosen(Map<String, String> typed) {
        String party = typed.getOrDefault("party", "");
        return party.isEmpty() ? NOBODY : party;
    }

    /** Nobody made sure, as long as nobody says so again. */
    static void drop(Map<String, String> typed) {
        typed.remove("verified");
        typed.remove("verifiedBy");
    }

    private static boolean isMade(Map<String, String> typed) {
        String how = typed.getOrDefault("verified", "");
        return !how.isEmpty() && !how.equals("NOT");
    }
}
