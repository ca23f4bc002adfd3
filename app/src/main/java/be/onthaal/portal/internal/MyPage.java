// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.audit.ConsultedOn;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Party;
import be.onthaal.party.Preference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a citizen reads of himself.
 *
 * @param said his last word about each purpose; none where he said nothing
 * @param looked on which days he was looked at and why, the last first
 * @param done what he did just now
 */
public record MyPage(
        Party party,
        Map<ConsentPurpose, Consent> said,
        Preference wish,
        List<ConsultedOn> looked,
        Optional<String> done) {

    public MyPage {
        said = Map.copyOf(said);
        looked = List.copyOf(looked);
    }

    MyPage after(Optional<String> what) {
        return new MyPage(party, said, wish, looked, what);
    }

    /** His last word about a purpose. */
    public Optional<Consent> about(ConsentPurpose purpose) {
        return Optional.ofNullable(said.get(purpose));
    }

    /** Whether he agrees now. */
    public boolean agrees(ConsentPurpose purpose) {
        return about(purpose).filter(Consent::given).isPresent();
    }
}
