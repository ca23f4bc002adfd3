// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.dispatch.Dispatch;
import be.onthaal.mail.Mailbox;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Unit;
import be.onthaal.outbox.Outbox;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator keeps in order. */
public record AdministrationPage(
        List<Unit> units,
        List<Employee> employees,
        List<Mailbox> mailboxes,
        List<Dispatch> troubled,
        List<Outbox.Failed> failed) {

    /** RFC 5321 section 4.2 with the enhanced code of RFC 3463. */
    private static final Pattern REPLY_CODE =
            Pattern.compile("[245]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?");

    public String unitName(Mailbox mailbox) {
        return units.stream()
                .filter(unit -> unit.id().equals(mailbox.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }

    /**
     * The code with which a mail server refused; its words may name the customer and are not shown.
     */
    public static String code(Dispatch dispatch) {
        Matcher code = REPLY_CODE.matcher(dispatch.problem().orElse(""));
        return code.lookingAt() ? code.group() : "";
    }
}
