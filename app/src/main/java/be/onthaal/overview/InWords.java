// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.overview;

import be.onthaal.common.PartialDate;
import be.onthaal.party.Detail;
import be.onthaal.web.Text;

/** What is stated of a customer, as people write it. */
public final class InWords {

    private InWords() {}

    /** A date or a sex in words, and anything else as it was stated. */
    public static String of(Detail detail, Text text) {
        return of(detail.kind().name(), detail.value(), text);
    }

    static String of(String kind, String value, Text text) {
        return switch (kind) {
            case "BIRTH_DATE", "DECEASED_ON" ->
                    PartialDate.parse(value).map(PartialDate::display).orElse(value);
            case "SEX" -> text.of("Sex." + value);
            default -> value;
        };
    }

    /** Who says so; the name of another system as it is. */
    public static String source(String code, Text text) {
        return text.has("Source." + code) ? text.of("Source." + code) : code;
    }
}
