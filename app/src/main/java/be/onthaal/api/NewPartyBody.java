// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.FreeText;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import be.onthaal.party.NewParty;
import be.onthaal.party.Party;
import java.util.Optional;
import java.util.function.Supplier;

/** A customer to take in; one whom the group knows by his number is met, not doubled. */
record NewPartyBody(
        Party.Kind kind,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> enterpriseNumber,
        Optional<String> externalKey,
        Optional<String> locale) {

    private static final int LONGEST_KEY = 200;

    NewParty read() {
        String key = FreeText.clean(externalKey.orElse(""), LONGEST_KEY, "api.external-key-long");
        return new NewParty(
                kind,
                name,
                email.map(text -> EmailAddress.parse(text).orElseThrow(wrong("email"))),
                phone.map(text -> PhoneNumber.parse(text).orElseThrow(wrong("phone"))),
                locale.orElse("nl"),
                "API",
                new NewParty.Identity(
                        enterpriseNumber.map(text ->
                                EnterpriseNumber.parse(text)
                                        .orElseThrow(wrong("enterpriseNumber"))),
                        key.isEmpty() ? Optional.empty() : Optional.of(key)));
    }

    private static Supplier<Refused> wrong(String field) {
        return () -> new Refused("api.field-wrong", field);
    }
}
