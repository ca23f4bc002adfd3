// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The contact form as it was typed.
 *
 * @param trap a field that people do not see and programs fill in
 */
public record QuestionForm(
        String name, String email, String phone, String subject, String text, String trap) {

    static final QuestionForm EMPTY = new QuestionForm("", "", "", "", "", "");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 20_000;

    /** What is wrong, per field, as keys of sentences; empty when it can be sent. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            problems.put("text", "portal.problem.text");
        }
        if (subject.isBlank() || subject.length() > LONGEST_LINE) {
            problems.put("subject", "portal.problem.subject");
        }
        if (name.isBlank() || name.length() > LONGEST_LINE) {
            problems.put("name", "portal.problem.name");
        }
        if (EmailAddress.parse(email).isEmpty()) {
            problems.put("email", "portal.problem.email");
        }
        if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put("phone", "portal.problem.phone");
        }
        return problems;
    }

    boolean fromProgram() {
        return !trap.isEmpty();
    }
}
