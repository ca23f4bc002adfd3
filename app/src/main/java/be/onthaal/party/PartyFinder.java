// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.IDENTIFIER;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.PhoneNumber;
import be.onthaal.search.Search;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a customer by whatever he says at the counter: a number, a telephone number in any
 * notation, an e-mail address, a name with or without a date of birth, part of a name with a slip
 * of the pen.
 */
@Service
public class PartyFinder {

    private final DSLContext sql;
    private final Search search;
    private final PartySummaries summaries;

    PartyFinder(DSLContext sql, Search search, PartySummaries summaries) {
        this.sql = sql;
        this.search = search;
        this.summaries = summaries;
    }

    /** Customers the authority knows, the best first; each once, whatever he was found under. */
    @Transactional(readOnly = true)
    public List<PartySummary> find(String said, int most) {
        Callers.require(Permission.PARTY_VIEW);
        String text = said.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        Set<PartyId> found = new LinkedHashSet<>(numbered(text));
        found.addAll(reached(text));
        if (found.isEmpty()) {
            found.addAll(named(text, most));
        }
        Map<PartyId, PartySummary> known = summaries.of(found);
        return found.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .distinct()
                .limit(most)
                .toList();
    }

    private List<PartyId> numbered(String text) {
        Optional<Identifier> number =
                identifier(
                                Identifier.Scheme.NATIONAL_NUMBER,
                                NationalNumber.parse(text).map(NationalNumber::value))
                        .or(() ->
                                identifier(
                                        Identifier.Scheme.ENTERPRISE,
                                        EnterpriseNumber.parse(text).map(EnterpriseNumber::value)))
                        .or(() ->
                                identifier(
                                        Identifier.Scheme.ESTABLISHMENT,
                                        EstablishmentNumber.parse(text)
                                                .map(EstablishmentNumber::value)));
        return number.map(this::numbered).orElse(List.of());
    }

    private static Optional<Identifier> identifier(
            Identifier.Scheme scheme, Optional<String> value) {
        return value.map(known -> new Identifier(scheme, known, ""));
    }

    private List<PartyId> numbered(Identifier number) {
        return sql.select(IDENTIFIER.PARTY_ID)
                .from(IDENTIFIER)
                .where(IDENTIFIER.GROUP_ID.eq(group()))
                .and(IDENTIFIER.SCHEME.eq(number.scheme().name()))
                .and(IDENTIFIER.VALUE.eq(number.value()))
                .fetch(row -> new PartyId(row.value1()));
    }

    private Collection<PartyId> reached(String text) {
        Optional<ContactPoint> email =
                EmailAddress.parse(text).map(known -> point(ContactPoint.Kind.EMAIL, text));
        Optional<ContactPoint> phone =
                PhoneNumber.parse(text).map(known -> point(ContactPoint.Kind.PHONE, text));
        return email.or(() -> phone).map(this::reached).orElse(List.of());
    }

    private List<PartyId> reached(ContactPoint point) {
        return sql.select(CONTACT_POINT.PARTY_ID)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.GROUP_ID.eq(group()))
                .and(CONTACT_POINT.KIND.eq(point.kind().name()))
                .and(CONTACT_POINT.NORMALISED.eq(Written.of(point).normalised()))
                .and(CONTACT_POINT.OUT_ON.isNull())
                .limit(100)
                .fetch(row -> new PartyId(row.value1()));
    }

    private List<PartyId> named(String text, int most) {
        String asked =
                Arrays.stream(text.split("\\s+"))
                        .map(word ->
                                PartialDate.parse(word)
                                        .map(date -> inOnePiece(date.toString()))
                                        .orElse(word))
                        .collect(Collectors.joining(" "));
        return search.find(asked, List.of("PARTY"), most).stream()
                .map(hit -> new PartyId(hit.ref()))
                .toList();
    }

    /** A date of birth as one word: its day alone is the day of thousands. */
    static String inOnePiece(String date) {
        return date.replace("-", "");
    }

    private static ContactPoint point(ContactPoint.Kind kind, String value) {
        return new ContactPoint(kind, value, "", false);
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
