// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.AuthorityId;
import be.onthaal.common.EmailAddress;
import be.onthaal.database.Ids;
import be.onthaal.dispatch.internal.ReplyAddresses;
import be.onthaal.testing.OnthaalTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class ReplyAddressesTest {

    private static final EmailAddress OURS = new EmailAddress("onthaal@proefdorp.be");

    @Autowired ReplyAddresses addresses;

    private final AuthorityId here = new AuthorityId(Ids.next());
    private final DispatchId sent = new DispatchId(Ids.next());

    @Test
    void anAddressNamesItsSendingInWhateverLetters() {
        String marked = marked(sent);

        assertThat(marked).startsWith("onthaal+").endsWith("@proefdorp.be");
        assertThat(marked.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(addresses.verified(here, marked)).hasValue(sent);
        assertThat(addresses.verified(here, marked.toUpperCase(Locale.ROOT))).hasValue(sent);
    }

    @Test
    void alsoWhereItsNumbersBeginWithNothingOrAreAsLargeAsTheyCanBe() {
        for (UUID id : new UUID[] {new UUID(0, 0), new UUID(0, 1), new UUID(-1, -1)}) {
            var extreme = new DispatchId(id);

            assertThat(addresses.verified(here, marked(extreme))).hasValue(extreme);
        }
    }

    @Test
    void noneOfItCanBeChanged() {
        String marked = marked(sent);
        for (int at = marked.indexOf('+') + 1; at < marked.indexOf('@'); at++) {
            char other = marked.charAt(at) == '7' ? '8' : '7';
            String forged = marked.substring(0, at) + other + marked.substring(at + 1);

            assertThat(addresses.verified(here, forged)).as(forged).isEmpty();
        }
    }

    @Test
    void itSaysNothingToAnotherAuthority() {
        assertThat(addresses.verified(new AuthorityId(Ids.next()), marked(sent))).isEmpty();
    }

    @Test
    void nonsenseSaysNothingAndCostsNothing() {
        assertThat(addresses.verified(here, "")).isEmpty();
        assertThat(addresses.verified(here, "x+" + "v".repeat(42) + "@y.be")).isEmpty();
        assertThat(addresses.verified(here, "x+" + "0".repeat(42) + "@y.be")).isEmpty();
        assertThat(addresses.verified(here, "a+".repeat(1_000_000) + "@y.be")).isEmpty();
    }

    @Test
    void aLongNameLeavesNoRoomForAMark() {
        var wordy = new EmailAddress("vergunningen.en.handhaving@proefdorp.be");

        assertThat(addresses.make(here, sent, wordy)).isEmpty();
    }

    private String marked(DispatchId id) {
        return addresses.make(here, id, OURS).orElseThrow().value();
    }
}
