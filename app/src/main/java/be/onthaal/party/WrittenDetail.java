// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.FreeText;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import java.util.Arrays;

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
            case SEX -> oneOf(text, NationalNumber.Sex.values());
            default -> text;
        };
    }

    private static String oneOf(String text, Enum<?>... known) {
        return Arrays.stream(known)
                .map(Enum::name)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> new Refused("party.choice-wrong"));
    }
}
