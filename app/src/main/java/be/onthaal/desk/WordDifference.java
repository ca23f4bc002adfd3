// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; line by line where they are long. */
public final class WordDifference {

    private static final int MOST_CELLS = 4_000_000;
    private static final int LONGEST = 200_000;
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private WordDifference() {}

    /** Where words stand. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** A stretch of words. */
    public record Piece(Kind kind, String text) {}

    /** The words of both texts in their order. */
    public static List<Piece> between(String older, String newer) {
        String before = cut(older);
        String after = cut(newer);
        List<Piece> pieces = new ArrayList<>();
        walk(
                parts(WORD, before),
                parts(WORD, after),
                pieces,
                parts(LINE, before),
                parts(LINE, after));
        return merged(pieces);
    }

    private static void walk(
            List<String> before,
            List<String> after,
            List<Piece> pieces,
            List<String> linesBefore,
            List<String> linesAfter) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> a = before.subList(start, before.size() - end);
        List<String> b = after.subList(start, after.size() - end);
        boolean small = (long) (a.size() + 1) * (b.size() + 1) <= MOST_CELLS;
        if (!small && !linesBefore.isEmpty()) {
            walk(linesBefore, linesAfter, pieces, List.of(), List.of());
            return;
        }
        add(pieces, Kind.SAME, before.subList(0, start));
        if (small) {
            align(a, b, pieces);
        } else {
            add(pieces, Kind.GONE, a);
            add(pieces, Kind.NEW, b);
        }
        add(pieces, Kind.SAME, before.subList(before.size() - end, before.size()));
    }

    /** By the longest row of words that both have. */
    private static void align(List<String> a, List<String> b, List<Piece> pieces) {
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] =
                        a.get(i).equals(b.get(j))
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                pieces.add(new Piece(Kind.SAME, a.get(i)));
                i++;
                j++;
            } else if (j == b.size() || (i < a.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                pieces.add(new Piece(Kind.GONE, a.get(i)));
                i++;
            } else {
                pieces.add(new Piece(Kind.NEW, b.get(j)));
                j++;
            }
        }
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<Piece> merged(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!merged.isEmpty() && merged.getLast().kind() == piece.kind()) {
                Piece last = merged.removeLast();
                merged.add(new Piece(last.kind(), last.text() + piece.text()));
            } else {
                merged.add(piece);
            }
        }
        return List.copyOf(merged);
    }

    private static List<String> parts(Pattern pattern, String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = pattern.matcher(text);
        while (part.find()) {
            parts.add(part.group());
        }
        return parts;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
