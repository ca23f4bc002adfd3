// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.util.List;
import java.util.Optional;

/**
 * What the register of persons holds of somebody, each fact with its dates: what holds now, or all
 * that ever did (MAGDA GeefPersoon and GeefHistoriekPersoon).
 *
 * @param cancelled a number that he had before and that counts no longer
 */
public record RegisteredPerson(
        RegisterKey key,
        Optional<RegisterKey> cancelled,
        Identity identity,
        Situation situation,
        List<Dated<RegisteredAddress>> addresses,
        Family family,
        List<Dated<Protection>> protections) {

    public RegisteredPerson {
        addresses = List.copyOf(addresses);
        protections = List.copyOf(protections);
    }

    /** Who he is. */
    public record Identity(
            List<Dated<PersonName>> names,
            List<Dated<Coded>> sexes,
            List<Dated<Coded>> nationalities,
            List<Dated<Birth>> births,
            List<Dated<Death>> deaths) {

        public Identity {
            names = List.copyOf(names);
            sexes = List.copyOf(sexes);
            nationalities = List.copyOf(nationalities);
            births = List.copyOf(births);
            deaths = List.copyOf(deaths);
        }
    }

    /** A birth; of its date perhaps no more than the year is known. */
    public record Birth(Optional<PartialDate> date, Optional<RegisteredPlace> place) {}

    /** A death. */
    public record Death(Optional<PartialDate> date, Optional<RegisteredPlace> place) {}

    /**
     * How he is registered.
     *
     * @param managers the municipality that keeps his file
     */
    public record Situation(
            List<Dated<CivilState>> civilStates,
            List<Dated<Coded>> statuses,
            List<Dated<Coded>> registers,
            List<Dated<RegisteredPlace>> managers,
            List<Dated<ContactDetails>> contacts) {

        public Situation {
            civilStates = List.copyOf(civilStates);
            statuses = List.copyOf(statuses);
            registers = List.copyOf(registers);
            managers = List.copyOf(managers);
            contacts = List.copyOf(contacts);
        }
    }

    /** Unmarried, married, widowed and so on. */
    public record CivilState(Coded state, Optional<Relative> partner) {}

    /**
     * With whom he is related or lives.
     *
     * @param references the reference person of his household, and how he relates to that one
     */
    public record Family(
            List<Dated<Relative>> parents,
            List<Dated<Relative>> children,
            List<Dated<Relative>> references,
            List<Dated<Relative>> members,
            List<Dated<Cohabitation>> cohabitations) {

        public Family {
            parents = List.copyOf(parents);
            children = List.copyOf(children);
            references = List.copyOf(references);
            members = List.copyOf(members);
            cohabitations = List.copyOf(cohabitations);
        }
    }

    /** Legal cohabitation (wettelijke samenwoning). */
    public record Cohabitation(
            Optional<PartialDate> since, Optional<Relative> partner, Optional<Coded> ended) {}

    public Optional<PersonName> name() {
        return Dated.current(identity.names()).map(Dated::value);
    }

    /** Where he officially lives now. */
    public Optional<Dated<RegisteredAddress>> residence() {
        return current(RegisteredAddress.Kind.RESIDENCE);
    }

    public boolean isDeceased() {
        return !identity.deaths().isEmpty();
    }

    /** His address may not be told to anybody. */
    public boolean hasSecretAddress() {
        return current(RegisteredAddress.Kind.SECRET).isPresent();
    }

    /** Somebody else decides for him, or with him, in some matters. */
    public boolean isProtected() {
        return Dated.current(protections).isPresent();
    }

    public boolean livesAbroad() {
        return current(RegisteredAddress.Kind.ABROAD).isPresent();
    }

    private Optional<Dated<RegisteredAddress>> current(RegisteredAddress.Kind kind) {
        return Dated.current(addresses.stream().filter(one -> one.value().kind() == kind).toList());
    }
}
