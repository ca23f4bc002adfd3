// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.Arrays;

/** The pairs that share a blocking key, each once. */
final class Candidates {

    /** In a block that is too large each profile meets so many that look most like it. */
    private static final int NEIGHBOURS = 8;

    private static final int PLACE_BITS = 32;

    private Candidates() {}

    /** As the place of the one in the high half of a number and of the other in the low half. */
    static long[] of(Columns profiles, int keyBits, int largestBlock) {
        long[] keys = profiles.takeKeys();
        long places = (1L << keyBits) - 1;
        var pairs = new Numbers();
        int from = 0;
        while (from < keys.length) {
            int until = from + 1;
            while (until < keys.length && keys[until] >>> keyBits == keys[from] >>> keyBits) {
                until++;
            }
            if (until - from > 1) {
                int[] block = new int[until - from];
                for (int i = 0; i < block.length; i++) {
                    block[i] = (int) (keys[from + i] & places);
                }
                addBlock(profiles, block, largestBlock, pairs);
            }
            from = until;
        }
        return pairs.takeSorted();
    }

    static int first(long pair) {
        return (int) (pair >>> PLACE_BITS);
    }

    static int second(long pair) {
        return (int) pair;
    }

    static long pair(int a, int b) {
        return (long) Math.min(a, b) << PLACE_BITS | Math.max(a, b);
    }

    private static void addBlock(Columns profiles, int[] block, int largest, Numbers pairs) {
        if (block.length <= largest) {
            addAll(block, block.length, pairs);
        } else {
            addNeighbours(profiles, block, pairs, Columns.DATE, Columns.GIVEN);
            addNeighbours(profiles, block, pairs, Columns.GIVEN, Columns.STREET);
        }
    }

    private static void addAll(int[] block, int reach, Numbers pairs) {
        for (int i = 0; i < block.length; i++) {
            int until = Math.min(block.length, i + 1 + reach);
            for (int j = i + 1; j < until; j++) {
                pairs.add(pair(block[i], block[j]));
            }
        }
    }

    /** The sorted neighbourhood of Hernández and Stolfo (1995). */
    private static void addNeighbours(
            Columns profiles, int[] block, Numbers pairs, int column, int next) {
        long[] order = new long[block.length];
        for (int i = 0; i < block.length; i++) {
            long high = profiles.code(column, block[i]);
            long low = profiles.code(next, block[i]);
            order[i] = (high << 20 ^ low & 0xfffff) << 20 | i;
        }
        Arrays.sort(order);
        int[] sorted = new int[block.length];
        for (int i = 0; i < block.length; i++) {
            sorted[i] = block[(int) (order[i] & 0xfffff)];
        }
        addAll(sorted, NEIGHBOURS, pairs);
    }
}
