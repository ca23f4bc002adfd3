// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Puts the profiles of one person together, from the surest pair down.
 *
 * <p>Two groups join only when all their profiles taken together speak for it (average linkage,
 * Sokal and Michener 1958), not because one profile happens to fit both. Groups with two national
 * numbers, or with two profiles that are never the same, do not join, however many lie between.
 */
final class Clusters {

    /** No single pair says more than this, so that one sure pair cannot drown the doubts. */
    private static final double LOUDEST = 12;

    private static final int MOST_ASKED = 40;

    private final Columns profiles;
    private final Scorer scorer;
    private final Set<Long> never;
    private final double threshold;
    private final int[] groupOf;
    private final List<int[]> groups = new ArrayList<>();

    Clusters(Columns profiles, Scorer scorer, Set<Long> never, double threshold) {
        this.profiles = profiles;
        this.scorer = scorer;
        this.never = never;
        this.threshold = threshold;
        this.groupOf = new int[profiles.size()];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = i;
            groups.add(new int[] {i});
        }
    }

    void offer(int a, int b) {
        int groupA = groupOf[a];
        int groupB = groupOf[b];
        if (groupA == groupB) {
            return;
        }
        int[] one = groups.get(groupA);
        int[] other = groups.get(groupB);
        if (mayJoin(one, other) && agree(one, other)) {
            join(groupA, groupB);
        }
    }

    private boolean mayJoin(int[] one, int[] other) {
        int numberOne = number(one);
        int numberOther = number(other);
        if (numberOne != 0 && numberOther != 0 && numberOne != numberOther) {
            return false;
        }
        if (never.isEmpty()) {
            return true;
        }
        for (int a : one) {
            for (int b : other) {
                if (never.contains(Candidates.pair(a, b))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The valid national number in a group; by construction there is at most one. */
    private int number(int[] group) {
        for (int profile : group) {
            int number = profiles.code(Columns.NUMBER, profile);
            if (profiles.isValidNumber(number)) {
                return number;
            }
        }
        return 0;
    }

    private boolean agree(int[] one, int[] other) {
        double sum = 0;
        int asked = 0;
        for (int i = 0; i < Math.min(MOST_ASKED, one.length); i++) {
            for (int j = 0; j < Math.min(MOST_ASKED, other.length); j++) {
                double says = scorer.logOdds(one[i], other[j]);
                if (says == Scorer.SURE) {
                    return true;
                }
                sum += Math.clamp(says, -LOUDEST, LOUDEST);
                asked++;
            }
        }
        return sum / asked >= threshold;
    }

    private void join(int groupA, int groupB) {
        int[] one = groups.get(groupA);
        int[] other = groups.get(groupB);
        int[] both = new int[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        groups.set(groupA, both);
        groups.set(groupB, new int[0]);
        for (int profile : other) {
            groupOf[profile] = groupA;
        }
    }

    /** Those of more than one profile. */
    List<List<String>> toList() {
        List<List<String>> found = new ArrayList<>();
        for (int[] group : groups) {
            if (group.length > 1) {
                found.add(Arrays.stream(group).sorted().mapToObj(profiles::id).toList());
            }
        }
        return found;
    }
}
