// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.party.register.Coded;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.RegisteredAddress;
import be.onthaal.party.register.RegisteredPerson;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what the register of persons holds of a customer, each fact with its source and its
 * day. What changed since the last time stays in his history; nobody types over it.
 */
@Service
public class RegisterFacts {

    private static final String SOURCE = "RIJKSREGISTER";

    /** What a register says something about, so that its silence is an end. */
    private static final Set<Detail.Kind> KINDS =
            Set.of(
                    Detail.Kind.GIVEN_NAMES,
                    Detail.Kind.FAMILY_NAME,
                    Detail.Kind.BIRTH_DATE,
                    Detail.Kind.SEX,
                    Detail.Kind.NATIONALITY,
                    Detail.Kind.CIVIL_STATE,
                    Detail.Kind.RESIDENCE,
                    Detail.Kind.DECEASED_ON,
                    Detail.Kind.SECRET_ADDRESS,
                    Detail.Kind.GUARDIAN,
                    Detail.Kind.MOVED_ABROAD);

    private final Parties parties;
    private final OwnFile ownFile;
    private final PartyRows rows;
    private final Followed followed;
    private final Audit audit;

    RegisterFacts(
            Parties parties, OwnFile ownFile, PartyRows rows, Followed followed, Audit audit) {
        this.ownFile = ownFile;
        this.parties = parties;
        this.rows = rows;
        this.followed = followed;
        this.audit = audit;
    }

    /** One fact and since when. */
    private record Fact(String value, Optional<LocalDate> since) {}

    /**
     * Keeps what the register holds now, and follows him there from now on.
     *
     * @return which facts are other than before
     */
    @Transactional
    public Set<Detail.Kind> take(PartyId id, RegisteredPerson person) {
        Callers.require(Permission.REGISTER_CONSULT);
        Party party = parties.get(id);
        ownFile.refuse(party.members());
        PartyId home = rows.home(party);
        Map<Detail.Kind, Fact> facts = facts(person);
        Set<Detail.Kind> changed = new LinkedHashSet<>();
        for (Detail.Kind kind : Detail.Kind.values()) {
            Optional<Detail> held = held(party, kind);
            Optional<String> now = Optional.ofNullable(facts.get(kind)).map(Fact::value);
            if (KINDS.contains(kind) && !held.map(Detail::value).equals(now)) {
                party.members().forEach(member -> rows.end(member, kind, Trust.REGISTER));
                Optional.ofNullable(facts.get(kind))
                        .ifPresent(
                                fact -> rows.state(home, kind, fact.value(), SOURCE, fact.since()));
                changed.add(kind);
            }
        }
        person.name().ifPresent(name -> rows.name(home, name.display(), SOURCE));
        audit.record(
                AuditEvent.of(
                                "party.taken-from-register",
                                AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(party.id().value())
                        .with("changed", String.valueOf(changed.size())));
        party.nationalNumber().ifPresent(followed::want);
        party.members().forEach(parties::findable);
        return changed;
    }

    /**
     * The register knows somebody by another number now: whose facts these are, a person decides.
     */
    @Transactional
    void replaced(PartyId id) {
        followed.settle(id, Followed.State.REPLACED);
        audit.record(
                AuditEvent.of("party.number-replaced", AuditEvent.Subject.of("PARTY", id.value()))
                        .about(id.value()));
    }

    private static Optional<Detail> held(Party party, Detail.Kind kind) {
        return party.details().of(kind).filter(detail -> detail.trust() == Trust.REGISTER);
    }

    private static Map<Detail.Kind, Fact> facts(RegisteredPerson person) {
        Map<Detail.Kind, Fact> facts = new EnumMap<>(Detail.Kind.class);
        Dated.current(person.identity().names())
                .ifPresent(name -> {
                    put(
                            facts,
                            Detail.Kind.FAMILY_NAME,
                            String.join(" ", name.value().familyNames()),
                            name);
                    put(
                            facts,
                            Detail.Kind.GIVEN_NAMES,
                            String.join(" ", name.value().givenNames()),
                            name);
                });
        Dated.current(person.identity().births())
                .ifPresent(birth ->
                        put(facts, Detail.Kind.BIRTH_DATE, date(birth.value().date()), birth));
        Dated.current(person.identity().sexes())
                .ifPresent(sex -> put(facts, Detail.Kind.SEX, sex(sex.value()), sex));
        put(
                facts,
                Detail.Kind.NATIONALITY,
                person.identity().nationalities().stream()
                        .filter(one -> one.until().isEmpty())
                        .map(one -> one.value().label())
                        .filter(label -> !label.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Optional.empty());
        Dated.current(person.situation().civilStates())
                .ifPresent(state ->
                        put(facts, Detail.Kind.CIVIL_STATE, state.value().state().label(), state));
        person.residence()
                .ifPresent(home -> put(facts, Detail.Kind.RESIDENCE, written(home.value()), home));
        indications(person, facts);
        return facts;
    }

    private static void indications(RegisteredPerson person, Map<Detail.Kind, Fact> facts) {
        person.identity().deaths().stream()
                .findFirst()
                .ifPresent(death ->
                        put(
                                facts,
                                Detail.Kind.DECEASED_ON,
                                death.value().date().map(PartialDate::toString).orElse("?"),
                                death));
        if (person.hasSecretAddress()) {
            put(facts, Detail.Kind.SECRET_ADDRESS, "✓", Optional.empty());
        }
        Dated.current(person.protections())
                .ifPresent(protection -> put(facts, Detail.Kind.GUARDIAN, "✓", protection));
        if (person.livesAbroad()) {
            put(facts, Detail.Kind.MOVED_ABROAD, "✓", Optional.empty());
        }
    }

    private static void put(
            Map<Detail.Kind, Fact> facts, Detail.Kind kind, String value, Dated<?> dated) {
        put(facts, kind, value, dated.from().flatMap(PartialDate::toLocalDate));
    }

    private static void put(
            Map<Detail.Kind, Fact> facts,
            Detail.Kind kind,
            String value,
            Optional<LocalDate> since) {
        if (!value.isBlank()) {
            facts.put(kind, new Fact(value.strip(), since));
        }
    }

    private static String date(Optional<PartialDate> date) {
        return date.map(PartialDate::toString).orElse("");
    }

    private static String sex(Coded code) {
        return switch (code.code()) {
            case "1", "M" -> NationalNumber.Sex.MALE.name();
            case "2", "V" -> NationalNumber.Sex.FEMALE.name();
            default -> "";
        };
    }

    /** On one line, as people write an address. */
    private static String written(RegisteredAddress address) {
        RegisteredAddress.Street street = address.street();
        String first =
                Stream.of(street.name(), street.number(), street.box().map(box -> "bus " + box))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        String second =
                Stream.of(address.town().postcode(), address.town().name())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        List<String> lines =
                Stream.concat(Stream.of(first, second), address.lines().stream())
                        .filter(line -> !line.isBlank())
                        .toList();
        return String.join(", ", lines);
    }
}
