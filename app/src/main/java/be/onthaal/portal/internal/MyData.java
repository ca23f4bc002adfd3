// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.audit.Audit;
import be.onthaal.audit.ConsultedOn;
import be.onthaal.common.Channel;
import be.onthaal.common.NotFound;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.party.Wishes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a citizen reads of himself, and says. The customer comes from his session and from nothing
 * that a browser sends.
 */
@Service
class MyData {

    private static final int DAYS = 50;

    private final Parties parties;
    private final Consents consents;
    private final Preferences preferences;
    private final Audit audit;
    private final Parts parts;
    private final Clock clock;

    MyData(
            Parties parties,
            Consents consents,
            Preferences preferences,
            Audit audit,
            Parts parts,
            Clock clock) {
        this.parties = parties;
        this.consents = consents;
        this.preferences = preferences;
        this.audit = audit;
        this.parts = parts;
        this.clock = clock;
    }

    /** All that his page shows; that he read it is logged as any other consultation. */
    @Transactional
    public MyPage read(PartyId me) {
        Party party =
                parts.answer(parties.partOf(me)).orElseThrow(() -> new NotFound("portal.mine"));
        parties.consulted(party, List.of());
        Part<Map<ConsentPurpose, Consent>> said = consents.partOf(party);
        Part<Wishes> wishes = preferences.partOf(me);
        Part<List<ConsultedOn>> looked =
                audit.consultationsOfParty(
                        party.members().stream().map(PartyId::value).toList(), DAYS);
        Parts.Answers answers = parts.ask(said, wishes, looked);
        return new MyPage(
                party,
                answers.to(said),
                answers.to(wishes).general(),
                answers.to(looked),
                Optional.empty());
    }

    /** He agrees, or no longer. */
    @Transactional
    public void say(PartyId me, ConsentPurpose purpose, boolean given, Words words) {
        consents.record(
                me,
                new Consents.Said(
                        purpose,
                        given,
                        new Consent.Text(ConsentPurpose.TEXT_VERSION, words.asked()),
                        Channel.WEB_FORM,
                        words.proof(),
                        clock.instant()));
    }

    /**
     * What stood on his screen.
     *
     * @param asked what he agreed to, or no longer
     * @param proof how we know that it was he
     */
    record Words(String asked, String proof) {}

    /** How he wants to be reached. */
    @Transactional
    public void wish(PartyId me, Preference wish) {
        preferences.state(me, Optional.empty(), wish);
    }
}
