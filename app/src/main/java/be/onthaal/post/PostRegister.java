// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The registers of incoming and outgoing pieces: numbered without a gap, never removed. */
@Service
public class PostRegister {

    /** Longer subjects are refused; intake shortens what a stranger wrote before it registers. */
    public static final int LONGEST_SUBJECT = 2_000;

    /** Registers what came in; the same source is registered once and found back after. */
    public RegisterEntry registerIncoming(NewIncoming piece) {
        throw new UnsupportedOperationException();
    }

    /** Registers what goes out; the same source is registered once and found back after. */
    public RegisterEntry registerOutgoing(NewOutgoing piece) {
        throw new UnsupportedOperationException();
    }

    /** What waits for the caller's units, or for all units when he spreads work; newest first. */
    public Page<InboxLine> inbox(InboxFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public RegisterEntry get(EntryId id) {
        throw new UnsupportedOperationException();
    }

    /** Sends an entry to the unit that must handle it. */
    public void route(EntryId id, UnitId unit) {
        throw new UnsupportedOperationException();
    }

    /** Takes an entry off the inbox, without a case. */
    public void settle(EntryId id, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    /** Takes an entry off the inbox because a case holds it now. */
    public void linkCase(EntryId id, CaseLink caseLink) {
        throw new UnsupportedOperationException();
    }

    /** Cancels what was registered by mistake; its number stays in sight and is never given again. */
    public void cancel(EntryId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /** How many entries wait for each unit, of those the caller may see. */
    public Map<UnitId, Long> openPerUnit() {
        throw new UnsupportedOperationException();
    }

    /** How many pieces came in today. */
    public long registeredToday() {
        throw new UnsupportedOperationException();
    }
}
