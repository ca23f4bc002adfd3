// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.FreeText;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import be.onthaal.party.Identifier;
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
        Optional<String> nationalNumber,
        Optional<String> enterpriseNumber,
        Optional<String> externalKey,
        Optional<String> locale) {

    private static final int LONGEST_KEY = 200;
    private static final String SOURCE = "API";

    NewParty read() {
        String key = FreeText.clean(externalKey.orElse(""), LONGEST_KEY, "api.external-key-long");
        return new NewParty(
                kind,
                name,
                email.map(text -> EmailAddress.parse(text).orElseThrow(wrong("email"))),
                phone.map(text -> PhoneNumber.parse(text).orElseThrow(wrong("phone"))),
                locale.orElse("nl"),
                SOURCE,
                NewParty.Identity.NONE
                        .and(
                                nationalNumber.map(text ->
                                        NationalNumber.parse(text)
                                                .orElseThrow(wrong("nationalNumber"))),
                                SOURCE)
                        .and(
                                Identifier.Scheme.ENTERPRISE,
                                enterpriseNumber.map(text ->
                                        EnterpriseNumber.parse(text)
                                                .orElseThrow(wrong("enterpriseNumber"))
                                                .value()),
                                SOURCE)
                        .and(
                                Identifier.Scheme.EXTERNAL,
                                key.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Callers.current().authority() + ":" + key),
                                SOURCE));
    }

    private static Supplier<Refused> wrong(String field) {
        return () -> new Refused("api.field-wrong", field);
    }
}
