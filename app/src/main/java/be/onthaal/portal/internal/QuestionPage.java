// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import java.util.Map;

/** The contact form, what was typed, and what is wrong with it. */
public record QuestionPage(QuestionForm form, Map<String, String> problems) {

    public boolean wrong(String field) {
        return problems.containsKey(field);
    }
}
