// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a letter in Dutch or French says of itself, as far as its words tell. */
record LetterText(String text) {

    private static final int LONGEST = 500;
    private static final int LOOKED_AT = 6_000;
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "(?im)^.{0,3}(?:betreft|betr\\.?|onderwerp|objet|concerne|subject)\\s*[:;]\\s*(\\S.*)$");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?im)\\b(?:ons kenmerk|onze referentie|ons ref\\.?|notre r[ée]f[ée]rence|nos r[ée]f\\.?|n/r[ée]f\\.?)\\s*[:;]\\s*(\\S{2,60})");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}[@©®][A-Za-z0-9.-]{1,100}\\.[A-Za-z]{2,20}");
    private static final Pattern ENTERPRISE =
            Pattern.compile("\\b(?:BE\\s?)?([01]\\d{3}[. ]?\\d{3}[. ]?\\d{3})\\b");
    private static final Pattern IN_FIGURES =
            Pattern.compile("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](20\\d{2})\\b");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?iu)\\b(\\d{1,2})(?:er)?\\s+(\\p{L}{3,9})\\s+(20\\d{2})\\b");
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("januari", 1),
                    Map.entry("februari", 2),
                    Map.entry("maart", 3),
                    Map.entry("april", 4),
                    Map.entry("mei", 5),
                    Map.entry("juni", 6),
                    Map.entry("juli", 7),
                    Map.entry("augustus", 8),
                    Map.entry("september", 9),
                    Map.entry("oktober", 10),
                    Map.entry("november", 11),
                    Map.entry("december", 12),
                    Map.entry("janvier", 1),
                    Map.entry("février", 2),
                    Map.entry("mars", 3),
                    Map.entry("avril", 4),
                    Map.entry("mai", 5),
                    Map.entry("juin", 6),
                    Map.entry("juillet", 7),
                    Map.entry("août", 8),
                    Map.entry("septembre", 9),
                    Map.entry("octobre", 10),
                    Map.entry("novembre", 11),
                    Map.entry("décembre", 12));

    LetterText {
        text = text.substring(0, Math.min(text.length(), LOOKED_AT));
    }

    String subject() {
        return first(SUBJECT);
    }

    /** The reference of whoever wrote it. */
    String reference() {
        return first(REFERENCE);
    }

    /** The addresses in it; a scanned sign is easily taken for one that looks like it. */
    List<EmailAddress> addresses() {
        return EMAIL.matcher(text)
                .results()
                .limit(5)
                .flatMap(
                        found -> EmailAddress.parse(found.group().replaceAll("[©®]", "@")).stream())
                .toList();
    }

    List<EnterpriseNumber> enterprises() {
        return ENTERPRISE
                .matcher(text)
                .results()
                .limit(5)
                .flatMap(found -> EnterpriseNumber.parse(found.group(1)).stream())
                .toList();
    }

    /** The lines at the top, where a letter says who wrote it. */
    List<String> heading() {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= 4 && line.length() <= 80)
                .filter(line -> line.codePoints().filter(Character::isLetter).count() >= 4)
                .limit(6)
                .toList();
    }

    /** The day it bears: the first that could be one, and that has come. */
    Optional<LocalDate> dated(LocalDate today) {
        Optional<LocalDate> figures =
                IN_FIGURES
                        .matcher(text)
                        .results()
                        .limit(5)
                        .flatMap(found ->
                                day(
                                        found.group(3),
                                        Integer.parseInt(found.group(2)),
                                        found.group(1))
                                        .stream())
                        .filter(day -> !day.isAfter(today))
                        .findFirst();
        return figures.or(() ->
                IN_WORDS.matcher(text)
                        .results()
                        .limit(20)
                        .flatMap(found ->
                                day(
                                        found.group(3),
                                        MONTHS.getOrDefault(
                                                found.group(2).toLowerCase(Locale.ROOT), 0),
                                        found.group(1))
                                        .stream())
                        .filter(day -> !day.isAfter(today))
                        .findFirst());
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private String first(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return "";
        }
        String said = found.group(1).strip();
        return said.substring(0, Math.min(said.length(), LONGEST));
    }
}
