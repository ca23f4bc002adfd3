// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.Permission;
import be.onthaal.common.Brussels;
import be.onthaal.decisions.spi.PastTraffic;
import be.onthaal.routing.spi.PastMail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail of the past, for who tries a draft of the decision table on it. */
@Component
class PastRouted implements PastTraffic {

    private final PastMail past;
    private final RoutingTable table;
    private final Clock clock;

    PastRouted(PastMail past, RoutingTable table, Clock clock) {
        this.past = past;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String key() {
        return RoutingTable.KEY;
    }

    @Override
    public Permission permission() {
        return Permission.POST_VIEW;
    }

    @Override
    public List<Item> last(int most) {
        return past.last(Instant.EPOCH, clock.instant(), most).stream()
                .filter(item -> !item.ofCase())
                .map(item ->
                        new Item(
                                Brussels.dateTime(item.at()).toString(),
                                table.inputs(item.mail(), new MailWords(item.mail()))))
                .toList();
    }
}
