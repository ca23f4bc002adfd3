// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Belgian address as people write it on one line: Liersesteenweg 12 bus 3, 2640 Mortsel. */
record Address(String street, String houseNumber, String postcode, String municipality) {

    private static final Pattern LINE =
            Pattern.compile(
                    "(?<street>[^0-9,]{2,80}?)[ ,]+(?<number>[0-9]{1,5}[a-zA-Z]?)"
                            + "(?:[ ,/]*(?:bus|boîte|bte|box)?[ .]*[0-9a-zA-Z]{1,6})?"
                            + "[ ,]+(?:B-)?(?<postcode>[1-9][0-9]{3})[ ,]+(?<place>[^0-9]{2,60})");

    static Optional<Address> parse(String text) {
        Matcher line = LINE.matcher(text.strip());
        return text.length() <= 200 && line.matches()
                ? Optional.of(
                        new Address(
                                line.group("street").strip(),
                                line.group("number"),
                                line.group("postcode"),
                                line.group("place").strip()))
                : Optional.empty();
    }
}
