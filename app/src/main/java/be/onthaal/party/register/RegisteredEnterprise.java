// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.util.List;
import java.util.Optional;

/**
 * What the KBO holds of an enterprise, each fact with its dates.
 *
 * @param kind a natural person, a legal person and so on
 * @param status active or stopped, in the words of the KBO
 */
public record RegisteredEnterprise(
        RegisterKey number,
        Optional<Coded> kind,
        Optional<Coded> status,
        Life life,
        Profile profile,
        List<Dated<RegisteredAddress>> addresses,
        List<Dated<Establishment>> establishments) {

    public RegisteredEnterprise {
        addresses = List.copyOf(addresses);
        establishments = List.copyOf(establishments);
    }

    /** When it began, was written in, and stopped, and why. */
    public record Life(
            Optional<PartialDate> start,
            Optional<PartialDate> registered,
            Optional<PartialDate> stopped,
            Optional<Coded> reason) {}

    /** What it is and does. */
    public record Profile(
            List<Dated<Name>> names,
            List<Dated<Coded>> legalForms,
            List<Dated<Coded>> legalSituations,
            List<Dated<Activity>> activities,
            List<ContactDetails> contacts) {

        public Profile {
            names = List.copyOf(names);
            legalForms = List.copyOf(legalForms);
            legalSituations = List.copyOf(legalSituations);
            activities = List.copyOf(activities);
            contacts = List.copyOf(contacts);
        }
    }

    /** A name in one language; the code of the language is that of the source. */
    public record Name(Kind kind, String text, String language) {

        /** What the name is for. */
        public enum Kind {
            /** The name of the articles (maatschappelijke naam). */
            LEGAL,
            /** Its abbreviation. */
            SHORT,
            /** The name on the front (handelsnaam). */
            TRADE
        }
    }

    /**
     * What it does, in the European list of activities.
     *
     * @param version the year of the list
     */
    public record Activity(Coded nace, String version, Optional<Coded> kind) {}

    /** A place where it works. */
    public record Establishment(
            RegisterKey number,
            Optional<Coded> status,
            List<Dated<Name>> names,
            List<Dated<RegisteredAddress>> addresses) {

        public Establishment {
            names = List.copyOf(names);
            addresses = List.copyOf(addresses);
        }
    }

    /** The legal name that holds now, in Dutch where there is one. */
    public Optional<String> name() {
        List<Dated<Name>> legal =
                profile.names().stream()
                        .filter(one -> one.value().kind() == Name.Kind.LEGAL)
                        .filter(one -> one.until().isEmpty())
                        .toList();
        return legal.stream()
                .filter(one -> one.value().language().equalsIgnoreCase("nl"))
                .findFirst()
                .or(() -> legal.stream().findFirst())
                .map(one -> one.value().text());
    }

    public boolean hasStopped() {
        return life.stopped().isPresent();
    }
}
