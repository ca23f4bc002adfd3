// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.FreeText;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import java.util.Locale;

/** What is stated of a customer, in one notation a kind. */
final class WrittenDetail {

    private static final int LONGEST = 500;

    private WrittenDetail() {}

    static String of(Detail.Kind kind, String typed) {
        String text =
                FreeText.required(typed, LONGEST, "party.detail-missing", "party.detail-too-long");
        return switch (kind) {
            case BIRTH_DATE, DECEASED_ON ->
                    PartialDate.parse(text)
                            .map(PartialDate::toString)
                            .orElseThrow(() -> new Refused("party.date-wrong"));
            case SEX -> sex(text);
            default -> text;
        };
    }

    private static String sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "male", "man", "m", "homme" -> NationalNumber.Sex.MALE.name();
            case "female", "vrouw", "v", "femme" -> NationalNumber.Sex.FEMALE.name();
            default -> throw new Refused("party.choice-wrong");
        };
    }
}
