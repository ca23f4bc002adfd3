// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must come out for what goes in, before a table may be published. */
public record Example(String name, Map<String, Value> inputs, Map<String, Value> expected) {

    public Example {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
}
