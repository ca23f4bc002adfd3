// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.LogLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who looked, each once with his last time; the log has them all. */
final class Lookers {

    private Lookers() {}

    static List<LogLine> among(List<LogLine> newestFirst) {
        Set<String> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(line -> line.kind() == LogLine.Kind.CONSULTATION)
                .filter(line -> seen.add(line.actor()))
                .toList();
    }
}
