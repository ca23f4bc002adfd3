// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the line where the new text of an answer ends, by the marks that Dutch, French, English and
 * German mail programs leave above a quoted mail. Answers written between or below quotes stay
 * whole.
 */
final class QuoteSearch {

    private static final int LONGEST_LINE = 400;
    private static final int MOST_LINES = 20_000;
    private static final int HEADER_LINES = 4;
    private static final int BLOCK_LINES = 6;
    private static final int LONGEST_SIGNATURE = 25;
    private static final int LONGEST_MOBILE_NOTE = 2;

    private static final Pattern INTRODUCTION_START =
            Pattern.compile("(?iU)(?:op|on|le|am|den|il)\\s.*\\d.*");
    private static final Pattern INTRODUCTION =
            Pattern.compile(
                    "(?iU).*\\b(?:schreef|geschreven|wrote|a écrit|écrivait|schrieb|geschrieben)\\b"
                            + ".{0,150}:\\s*");
    private static final Pattern NAMED_INTRODUCTION =
            Pattern.compile(
                    "(?iU).{2,120}\\b(?:schreef op|wrote on|a écrit le|schrieb am)\\b"
                            + ".{4,100}:\\s*"
                            + "|.{2,120}<[^<>\\s]{3,120}>\\s?(?:schreef|wrote|a écrit|schrieb)\\b"
                            + ".{0,100}:\\s*");
    private static final Pattern BLOCK_START =
            Pattern.compile("(?iU)\\*?(?:van|from|de|von|expéditeur|afzender)\\s?:\\*?\\s*\\S.*");
    private static final Pattern BLOCK_LINE =
            Pattern.compile(
                    "(?iU)\\*?(?:verzonden|verzonden op|datum|aan|onderwerp|sent|date|to|subject|cc"
                            + "|envoyé|à|objet|gesendet|datum|an|betreff|reply-to|bijlagen"
                            + "|importance|urgentie)\\s?:\\*?.*");
    private static final Pattern DIVIDER =
            Pattern.compile(
                    "(?iU)-{2,}\\s*(?:oorspronkelijk bericht|origineel bericht|original message"
                            + "|original appointment|message d['’]origine|message original"
                            + "|message initial|ursprüngliche nachricht"
                            + "|originalnachricht)\\s*-{2,}\\s*");
    private static final Pattern RULE = Pattern.compile("[_-]{8,}\\s*");
    private static final Pattern SIGNATURE = Pattern.compile("--[ \\u00A0]?");
    private static final Pattern MOBILE =
            Pattern.compile(
                    "(?iU)(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|met|via|van) .{2,60}"
                            + "|sent (?:from|via|with) .{2,60}|get outlook for .{2,40}"
                            + "|envoyé (?:de|depuis|à partir de) .{2,60}"
                            + "|télécharger outlook .{2,40}"
                            + "|(?:von|aus) .{2,40} gesendet|gesendet (?:von|mit) .{2,60}"
                            + "|outlook voor .{2,40}|download outlook .{2,40}");

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final int lastNewLine;

    QuoteSearch(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length() && starts.size() < MOST_LINES) {
            starts.add(at);
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        this.lastNewLine = lastUnquotedLine(findSignature(starts.size()));
    }

    /** The place in the text where the new text ends; its length when all of it is new. */
    int findCut() {
        int history = findHistory();
        int signature = findSignature(history);
        int cut = withoutMobileNote(Math.min(history, signature));
        return cut >= starts.size() ? text.length() : starts.get(cut);
    }

    private int findHistory() {
        for (int i = 0; i < starts.size(); i++) {
            boolean mark = isIntroduction(i) || isBlock(i);
            if (mark && !isAnsweredBelow(i)) {
                return startOfMark(i);
            }
            if (isQuoted(i) && i > lastNewLine) {
                return i;
            }
            if (DIVIDER.matcher(line(i)).matches()) {
                return i;
            }
        }
        return starts.size();
    }

    /** Whether quoted lines follow, and after those again text of the writer. */
    private boolean isAnsweredBelow(int mark) {
        int firstQuote = mark + 1;
        while (firstQuote < starts.size() && !isQuoted(firstQuote)) {
            if (firstQuote > mark + BLOCK_LINES) {
                return false;
            }
            firstQuote++;
        }
        return firstQuote < starts.size() && lastNewLine > firstQuote;
    }

    private int lastUnquotedLine(int before) {
        int i = before - 1;
        while (i >= 0 && (isQuoted(i) || line(i).isBlank())) {
            i--;
        }
        return i;
    }

    private boolean isQuoted(int i) {
        return line(i).startsWith(">");
    }

    /** "Op 3 mei 2026 schreef Jan:", on one line or broken over a few. */
    private boolean isIntroduction(int i) {
        String first = line(i);
        if (NAMED_INTRODUCTION.matcher(first).matches()) {
            return true;
        }
        if (!INTRODUCTION_START.matcher(first).matches()) {
            return false;
        }
        StringBuilder whole = new StringBuilder();
        for (int j = i; j < i + HEADER_LINES && j < starts.size(); j++) {
            String next = line(j).strip();
            if (next.isEmpty() || isQuoted(j)) {
                return false;
            }
            whole.append(next).append(' ');
            if (next.endsWith(":")) {
                return INTRODUCTION.matcher(whole).matches();
            }
        }
        return false;
    }

    /** "Van: ... Verzonden: ... Aan: ... Onderwerp: ...", as Outlook writes it. */
    private boolean isBlock(int i) {
        if (!BLOCK_START.matcher(line(i)).matches()) {
            return false;
        }
        int fields = 0;
        for (int j = i + 1; j <= i + BLOCK_LINES && j < starts.size(); j++) {
            fields += BLOCK_LINE.matcher(line(j)).matches() ? 1 : 0;
        }
        return fields >= 2;
    }

    /** The rule that some programs draw above the block belongs to the block. */
    private int startOfMark(int i) {
        int above = i - 1;
        while (above >= 0 && line(above).isBlank()) {
            above--;
        }
        boolean drawn =
                above >= 0
                        && (RULE.matcher(line(above)).matches()
                                || DIVIDER.matcher(line(above)).matches());
        return drawn ? above : i;
    }

    private int findSignature(int before) {
        for (int i = before - 1; i >= 0 && i >= before - LONGEST_SIGNATURE; i--) {
            if (SIGNATURE.matcher(line(i)).matches()) {
                return i;
            }
        }
        return before;
    }

    private int withoutMobileNote(int cut) {
        int found = cut;
        int seen = 0;
        for (int i = cut - 1; i >= 0 && seen < LONGEST_MOBILE_NOTE; i--) {
            if (MOBILE.matcher(line(i)).matches()) {
                found = i;
            }
            seen += line(i).isBlank() ? 0 : 1;
        }
        return found;
    }

    /** The line without its end, at most so long as a mark can be. */
    private String line(int i) {
        int start = starts.get(i);
        int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, Math.min(end, start + LONGEST_LINE));
    }
}
