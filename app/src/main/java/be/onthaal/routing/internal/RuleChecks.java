// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.Extras;
import be.onthaal.routing.RuleWish;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a rule may hold. */
public final class RuleChecks {

    /** More of them nobody oversees. */
    public static final int MOST_RULES = 100;

    /** In one place of a rule. */
    public static final int MOST_WORDS = 30;

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_MARK = 40;
    private static final int LONGEST_CODE = 100;

    private RuleChecks() {}

    /** The rule with clean texts, or a refusal that says what is wrong. */
    public static RuleWish checked(RuleWish wish) {
        Conditions asked = wish.conditions();
        Extras extras = wish.extras();
        return new RuleWish(
                FreeText.required(
                        wish.name(), LONGEST_NAME, "routing.no-name", "routing.name-long"),
                wish.active(),
                new Conditions(
                        each(asked.senders(), text -> AddressPattern.checked(text).written()),
                        each(asked.recipients(), text -> AddressPattern.checked(text).written()),
                        each(asked.subject(), text -> Word.checked(text).written()),
                        each(asked.text(), text -> Word.checked(text).written()),
                        asked.attachments(),
                        new Conditions.CaseNamed(
                                asked.named().asked() || !asked.named().types().isEmpty(),
                                each(asked.named().types(), RuleChecks::code)),
                        asked.language()),
                wish.target(),
                new Extras(
                        code(extras.caseType()),
                        FreeText.clean(extras.mark(), LONGEST_MARK, "routing.mark-long"),
                        extras.priority(),
                        extras.noAnswer()));
    }

    private static List<String> each(List<String> texts, UnaryOperator<String> check) {
        if (texts.size() > MOST_WORDS) {
            throw new Refused("routing.words-many", MOST_WORDS);
        }
        return texts.stream().map(check).distinct().toList();
    }

    private static String code(String text) {
        return FreeText.clean(text, LONGEST_CODE, "routing.word-long");
    }
}
