// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each different text of one trait once, with how often it is found; 0 stands for not known. */
final class Values {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>(List.of(""));
    private int[] counts = new int[1 << 10];

    /** The code of a text, which is counted. */
    int add(String text) {
        int code = code(text);
        if (code > 0) {
            counts[code]++;
        }
        return code;
    }

    /** The code of a text, which is not counted. */
    int code(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int code = codes.computeIfAbsent(text, _ -> texts.size());
        if (code == texts.size()) {
            texts.add(text);
        }
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        return code;
    }

    String text(int code) {
        return texts.get(code);
    }

    int count(int code) {
        return counts[code];
    }

    int size() {
        return texts.size();
    }
}
