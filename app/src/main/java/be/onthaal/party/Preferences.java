// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.PREFERENCE;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Channel;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.internal.db.tables.records.PreferenceRecord;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How customers want to be reached. A wish of one authority; a case type is a key in words here,
 * which whoever shows it joins with what it is called.
 */
@Service
public class Preferences {

    /** How an authority can reach somebody of its own accord. */
    public static final List<Channel> CHANNELS =
            List.of(Channel.PHONE, Channel.MAIL, Channel.POST, Channel.DESK);

    private static final String IN_GENERAL = "";
    private static final int LONGEST_TYPE = 100;
    private static final Set<String> LOCALES = Set.of("nl", "fr", "en");

    private final DSLContext sql;
    private final Parties parties;
    private final Parts parts;
    private final Audit audit;
    private final Clock clock;

    Preferences(DSLContext sql, Parties parties, Parts parts, Audit audit, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down what he wishes from now on; without channel and language he said nothing.
     *
     * @param caseType for which type of case; empty for all that say nothing else
     */
    @Transactional
    public void state(PartyId id, Optional<String> caseType, Preference wish) {
        Caller caller = Callers.require(Permission.PARTY_EDIT);
        Party party = parties.handled(id);
        if (!wish.channel().map(CHANNELS::contains).orElse(true)
                || !wish.locale().map(LOCALES::contains).orElse(true)) {
            throw new Refused("party.preference-unknown");
        }
        String type =
                FreeText.clean(caseType.orElse(IN_GENERAL), LONGEST_TYPE, "party.detail-too-long");
        sql.insertInto(PREFERENCE)
                .set(PREFERENCE.AUTHORITY_ID, caller.authority().value())
                .set(PREFERENCE.PARTY_ID, party.id().value())
                .set(PREFERENCE.CASE_TYPE, type)
                .set(PREFERENCE.GROUP_ID, caller.group().value())
                .set(PREFERENCE.CHANNEL, wish.channel().map(Channel::name).orElse(null))
                .set(PREFERENCE.LOCALE, wish.locale().orElse(null))
                .set(PREFERENCE.STATED_NAME, caller.name())
                .set(PREFERENCE.STATED_AT, clock.instant())
                .onConflict(PREFERENCE.AUTHORITY_ID, PREFERENCE.PARTY_ID, PREFERENCE.CASE_TYPE)
                .doUpdate()
                .set(PREFERENCE.CHANNEL, wish.channel().map(Channel::name).orElse(null))
                .set(PREFERENCE.LOCALE, wish.locale().orElse(null))
                .set(PREFERENCE.STATED_NAME, caller.name())
                .set(PREFERENCE.STATED_AT, clock.instant())
                .execute();
        audit.record(
                AuditEvent.of(
                                "party.preference-stated",
                                AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(party.id().value())
                        .with("caseType", type));
    }

    /** What he wishes now. */
    @Transactional(readOnly = true)
    public Wishes of(PartyId id) {
        return parts.answer(partOf(id));
    }

    /** The same, as a part of a page: of the profiles that are one customer the newest word. */
    public Part<Wishes> partOf(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        var asked = PROFILE.as("asked");
        var member = PROFILE.as("member");
        return Part.all(
                        sql.select(PREFERENCE.fields())
                                .from(asked)
                                .join(member)
                                .on(member.GROUP_ID.eq(asked.GROUP_ID))
                                .and(member.HEAD_ID.eq(asked.HEAD_ID))
                                .join(PREFERENCE)
                                .on(
                                        PREFERENCE.AUTHORITY_ID.eq(
                                                Callers.current().authority().value()))
                                .and(PREFERENCE.PARTY_ID.eq(member.ID))
                                .where(asked.GROUP_ID.eq(Callers.current().group().value()))
                                .and(asked.ID.eq(id.value()))
                                .and(Profiles.known(member.ID))
                                .orderBy(PREFERENCE.STATED_AT, PREFERENCE.PARTY_ID),
                        row -> row.into(PREFERENCE))
                .then(Preferences::wishes);
    }

    private static Wishes wishes(List<PreferenceRecord> oldestFirst) {
        Map<String, Preference> said = new HashMap<>();
        oldestFirst.forEach(row ->
                said.put(
                        row.getCaseType(),
                        new Preference(
                                Optional.ofNullable(row.getChannel()).map(Channel::valueOf),
                                Optional.ofNullable(row.getLocale()))));
        Preference general = Optional.ofNullable(said.remove(IN_GENERAL)).orElse(Preference.NONE);
        return new Wishes(general, said);
    }
}
