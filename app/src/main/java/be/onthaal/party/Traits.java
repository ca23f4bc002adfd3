// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.party.matching.Profile;
import be.onthaal.party.matching.Trait;
import java.util.List;
import java.util.Optional;

/** What is known of a customer, as the matching asks it. */
final class Traits {

    private Traits() {}

    static Profile of(Party party) {
        Profile profile =
                of(
                        party.id().toString(),
                        party.name(),
                        party.details().value(Detail.Kind.GIVEN_NAMES),
                        party.details().value(Detail.Kind.FAMILY_NAME));
        profile = with(profile, Trait.BIRTH_DATE, party.details().value(Detail.Kind.BIRTH_DATE));
        profile = with(profile, Trait.SEX, party.details().value(Detail.Kind.SEX));
        profile =
                with(
                        profile,
                        Trait.NATIONAL_NUMBER,
                        party.nationalNumber().map(number -> number.value()));
        Optional<String> residence = party.details().value(Detail.Kind.RESIDENCE);
        return reachedBy(
                residence.isPresent() ? living(profile, residence.get()) : profile,
                party.contactPoints());
    }

    static Profile of(LikelyMatches.Typed typed) {
        Profile profile = of("typed", typed.name(), Optional.empty(), Optional.empty());
        profile = with(profile, Trait.BIRTH_DATE, typed.birthDate());
        profile = with(profile, Trait.NATIONAL_NUMBER, typed.nationalNumber());
        return reachedBy(profile, typed.points());
    }

    /** Where only a whole name is known, people write the given name first. */
    private static Profile of(
            String id, String name, Optional<String> given, Optional<String> family) {
        String[] words = name.strip().split("\\s+", 2);
        String last = words.length == 2 ? words[1] : words[0];
        String first = words.length == 2 ? words[0] : "";
        return Profile.of(id)
                .with(Trait.FAMILY_NAME, family.orElse(last))
                .with(Trait.GIVEN_NAMES, given.orElse(first));
    }

    private static Profile reachedBy(Profile profile, List<ContactPoint> points) {
        Profile reached = profile;
        for (ContactPoint point : points) {
            reached =
                    switch (point.kind()) {
                        case EMAIL -> once(reached, Trait.EMAIL, point.value());
                        case PHONE -> reached.with(Trait.PHONE, point.value());
                        case ADDRESS -> living(reached, point.value());
                    };
        }
        return reached;
    }

    private static Profile living(Profile profile, String text) {
        return Address.parse(text)
                .filter(address -> profile.first(Trait.STREET).isEmpty())
                .map(address ->
                        profile.with(Trait.STREET, address.street())
                                .with(Trait.HOUSE_NUMBER, address.houseNumber())
                                .with(Trait.POSTCODE, address.postcode())
                                .with(Trait.MUNICIPALITY, address.municipality()))
                .orElse(profile);
    }

    private static Profile once(Profile profile, Trait trait, String value) {
        return profile.first(trait).isPresent() ? profile : profile.with(trait, value);
    }

    private static Profile with(Profile profile, Trait trait, Optional<String> value) {
        return value.map(known -> profile.with(trait, known)).orElse(profile);
    }
}
