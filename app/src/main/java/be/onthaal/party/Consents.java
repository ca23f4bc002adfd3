// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.CONSENT;
import static be.onthaal.party.internal.db.Tables.MERGING;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Channel;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.tables.records.ConsentRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers agreed to, and no longer: taken back as easily as given (GDPR art. 7(3)). */
@Service
public class Consents {

    private final DSLContext sql;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;

    Consents(DSLContext sql, Parties parties, Audit audit, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a customer said, to be written down. */
    public record Said(
            ConsentPurpose purpose,
            boolean given,
            Consent.Text text,
            Channel channel,
            String proof,
            Instant at) {}

    /** Writes down that a customer gave or withdrew his consent. */
    @Transactional
    public void record(PartyId id, Said said) {
        Party party = parties.handled(id);
        if (said.at().isAfter(clock.instant())) {
            throw new Refused("party.consent-later");
        }
        String proof =
                FreeText.required(
                        said.proof(),
                        Parties.LONGEST_REASON,
                        "party.proof-missing",
                        "party.reason-too-long");
        Caller caller = Callers.current();
        sql.insertInto(CONSENT)
                .set(CONSENT.AUTHORITY_ID, caller.authority().value())
                .set(CONSENT.ID, Ids.next())
                .set(CONSENT.GROUP_ID, caller.group().value())
                .set(CONSENT.PARTY_ID, party.id().value())
                .set(CONSENT.PURPOSE, said.purpose().name())
                .set(CONSENT.GIVEN, said.given())
                .set(CONSENT.TEXT_VERSION, said.text().version())
                .set(CONSENT.TEXT, said.text().words())
                .set(CONSENT.CHANNEL, said.channel().name())
                .set(CONSENT.PROOF, proof)
                .set(CONSENT.AT, said.at())
                .set(CONSENT.RECORDED_NAME, caller.name())
                .set(CONSENT.RECORDED_AT, clock.instant())
                .execute();
        audit.record(
                AuditEvent.of(
                                said.given() ? "party.consent-given" : "party.consent-withdrawn",
                                AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(party.id().value())
                        .with("purpose", said.purpose().name()));
    }

    /** What holds now per purpose; without a word nothing was agreed to. */
    @Transactional(readOnly = true)
    public Optional<Consent> now(PartyId id, ConsentPurpose purpose) {
        Callers.require(Permission.PARTY_VIEW);
        Party party = parties.get(id);
        Map<ConsentPurpose, Consent> now =
                held(rows(party).fetch(Consents::entry), mergedAt(party));
        return Optional.ofNullable(now.get(purpose));
    }

    /** What holds now per purpose, as a part of a page. */
    public Part<Map<ConsentPurpose, Consent>> partOf(Party party) {
        Callers.require(Permission.PARTY_VIEW);
        return Part.all(rows(party), Consents::entry)
                .with(mergedPart(party), (entries, merged) -> held(entries, merged));
    }

    /** One consent and the profile it was said with. */
    private record Entry(UUID profile, Consent consent) {}

    /**
     * Of each profile the last word counts; where the profiles of a customer say otherwise, no is
     * no, until he says something new of the whole.
     */
    private static Map<ConsentPurpose, Consent> held(
            List<Entry> entries, Optional<Instant> merged) {
        Map<ConsentPurpose, Consent> held = new EnumMap<>(ConsentPurpose.class);
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            List<Entry> about =
                    entries.stream()
                            .filter(entry -> entry.consent().purpose() == purpose)
                            .sorted(Comparator.comparing((Entry entry) -> entry.consent().at()))
                            .toList();
            Optional<Consent> since =
                    about.stream()
                            .map(Entry::consent)
                            .filter(consent ->
                                    merged.map(at -> consent.at().isAfter(at)).orElse(false))
                            .reduce((earlier, later) -> later);
            since.or(() -> lastWords(about)).ifPresent(consent -> held.put(purpose, consent));
        }
        return Map.copyOf(held);
    }

    private static Optional<Consent> lastWords(List<Entry> about) {
        Map<UUID, Consent> last = new LinkedHashMap<>();
        about.forEach(entry -> last.put(entry.profile(), entry.consent()));
        List<Consent> words = new ArrayList<>(last.values());
        return words.stream()
                .min(
                        Comparator.comparing(Consent::given)
                                .thenComparing(Consent::at, Comparator.reverseOrder()));
    }

    private Select<ConsentRecord> rows(Party party) {
        return sql.selectFrom(CONSENT)
                .where(CONSENT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CONSENT.PARTY_ID.in(members(party)))
                .orderBy(CONSENT.AT, CONSENT.ID);
    }

    private Optional<Instant> mergedAt(Party party) {
        return merges(party).fetchOptional(row -> row.value1());
    }

    private Part<Optional<Instant>> mergedPart(Party party) {
        return party.members().size() < 2
                ? Part.known(Optional.empty())
                : Part.one(merges(party), row -> row.value1());
    }

    /** When the profiles last became one customer. */
    private Select<Record1<Instant>> merges(Party party) {
        return sql.select(MERGING.DECIDED_AT)
                .from(MERGING)
                .where(MERGING.GROUP_ID.eq(Callers.current().group().value()))
                .and(MERGING.STATE.eq(DSL.inline(Merge.State.MERGED.name())))
                .and(MERGING.GONE.in(members(party)))
                .orderBy(MERGING.DECIDED_AT.desc())
                .limit(1);
    }

    private static List<UUID> members(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private static Entry entry(ConsentRecord row) {
        return new Entry(
                row.getPartyId(),
                new Consent(
                        ConsentPurpose.valueOf(row.getPurpose()),
                        row.getGiven(),
                        new Consent.Text(row.getTextVersion(), row.getText()),
                        Channel.valueOf(row.getChannel()),
                        row.getProof(),
                        row.getAt(),
                        row.getRecordedName()));
    }
}
