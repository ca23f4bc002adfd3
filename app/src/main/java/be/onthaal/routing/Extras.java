// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

/**
 * What a rule says of a mail beside where it goes.
 *
 * @param caseType code of the type it proposes; empty for none
 * @param mark a few words for who opens it; empty for none
 * @param noAnswer whether it is filed at once, since it asks nothing
 */
public record Extras(String caseType, String mark, Priority priority, boolean noAnswer) {

    public static final Extras NONE = new Extras("", "", Priority.NORMAL, false);
}
