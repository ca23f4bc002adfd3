// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.Arrays;

/** A list of whole numbers that grows, without an object for each. */
final class Numbers {

    private long[] values = new long[1 << 10];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    /** The different numbers, from small to large; the list is empty afterwards. */
    long[] takeSorted() {
        long[] all = values;
        int count = size;
        values = new long[1 << 10];
        size = 0;
        Arrays.parallelSort(all, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || all[kept - 1] != all[i]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
