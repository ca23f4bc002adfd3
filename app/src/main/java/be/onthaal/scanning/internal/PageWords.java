// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a page, with their places in points of its picture.
 *
 * @param text the same, line by line
 * @param sure how sure whoever read them is of them, in hundredths
 */
record PageWords(List<Word> words, String text, int sure) {

    private static final int MOST = 5_000;
    private static final int COLUMNS = 12;
    private static final String WORD = "5";

    static final PageWords NONE = new PageWords(List.of(), "", 0);

    PageWords {
        words = List.copyOf(words);
    }

    /** A word; its place is counted from the upper left. */
    record Word(int x, int y, int width, int height, String text) {}

    /** As Tesseract writes them: a line for each word, and lines for what they stand in. */
    static PageWords ofTsv(String tsv) {
        List<Word> words = new ArrayList<>();
        var text = new StringBuilder();
        String line = "";
        double sure = 0;
        for (String row : tsv.split("\n")) {
            String[] columns = row.split("\t", COLUMNS);
            if (columns.length < COLUMNS
                    || !columns[0].equals(WORD)
                    || columns[11].isBlank()
                    || words.size() >= MOST) {
                continue;
            }
            String at = columns[2] + "." + columns[3] + "." + columns[4];
            if (!text.isEmpty()) {
                text.append(at.equals(line) ? " " : "\n");
            }
            line = at;
            sure += Double.parseDouble(columns[10]);
            String word = columns[11].strip();
            text.append(word);
            words.add(
                    new Word(
                            Integer.parseInt(columns[6]),
                            Integer.parseInt(columns[7]),
                            Integer.parseInt(columns[8]),
                            Integer.parseInt(columns[9]),
                            word));
        }
        int mean = words.isEmpty() ? 0 : (int) (sure / words.size());
        return new PageWords(words, text.toString(), mean);
    }

    /** As they are kept. */
    String written() {
        return words.stream()
                .map(word ->
                        "%d %d %d %d %s"
                                .formatted(
                                        word.x(),
                                        word.y(),
                                        word.width(),
                                        word.height(),
                                        word.text()))
                .collect(Collectors.joining("\n"));
    }

    /** Those that were kept. */
    static List<Word> kept(String written) {
        return written.lines()
                .map(line -> line.split(" ", 5))
                .filter(parts -> parts.length == 5)
                .map(parts ->
                        new Word(
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[3]),
                                parts[4]))
                .toList();
    }
}
