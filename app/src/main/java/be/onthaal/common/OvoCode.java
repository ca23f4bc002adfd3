// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code of an organisation of the Flemish government in its register (Wegwijs): OVO002949. */
public record OvoCode(String value) {

    private static final Pattern FORM = Pattern.compile("OVO[0-9]{6}");

    public OvoCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an OVO code");
        }
    }

    public static Optional<OvoCode> parse(String text) {
        return Digits.ungrouped(text)
                .map(bare -> bare.toUpperCase(Locale.ROOT))
                .filter(bare -> FORM.matcher(bare).matches())
                .map(OvoCode::new);
    }

    public String display() {
        return value;
    }
}
