// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.access.Permission;
import be.onthaal.decisions.spi.PastTraffic;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** A module that asked three things before. */
@TestComponent
class RememberedTraffic implements PastTraffic {

    @Override
    public String key() {
        return "test-routing";
    }

    @Override
    public Permission permission() {
        return Permission.DECISIONS_MANAGE;
    }

    @Override
    public List<Item> last(int most) {
        return List.of(
                item("I-2026-3", "afval"), item("I-2026-2", "reispas"), item("I-2026-1", "x"));
    }

    private static Item item(String name, String subject) {
        return new Item(name, Map.of("onderwerp", Value.of(subject)));
    }
}
