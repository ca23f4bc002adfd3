// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.routing.DryRun;
import java.util.List;

/**
 * What came of trying the rules.
 *
 * @param all whether mail that stays where it is is shown as well
 */
public record DryRunPage(DryRun run, boolean all) {

    public List<DryRun.Line> shown() {
        return all ? run.lines() : run.different();
    }
}
