// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import be.onthaal.common.Brussels;
import be.onthaal.common.Count;
import be.onthaal.common.Message;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and forms of one language, for templates. Immutable. */
public final class Text {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Pattern PROBLEM =
            Pattern.compile("error\\.(?!title\\.|todo\\.|kept\\.)[a-z]+\\..+");

    private final String language;
    private final Locale locale;
    private final Map<String, String> words;
    private final Map<String, String> ready;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter time;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter momentThisYear;

    Text(String language, Map<String, String> words) {
        this.language = language;
        this.locale = Locale.of(language, "BE");
        this.words = Map.copyOf(words);
        this.ready = filledOnce(this.words, locale);
        this.day = DateTimeFormatter.ofPattern("d MMM yyyy", locale).withZone(Brussels.ZONE);
        this.weekday = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).withZone(Brussels.ZONE);
        this.time = DateTimeFormatter.ofPattern("HH.mm", locale).withZone(Brussels.ZONE);
        this.moment =
                DateTimeFormatter.ofPattern("d MMM yyyy, HH.mm", locale).withZone(Brussels.ZONE);
        this.momentThisYear =
                DateTimeFormatter.ofPattern("d MMM, HH.mm", locale).withZone(Brussels.ZONE);
    }

    /**
     * The word or sentence for this key, filled in. A key without words shows itself in brackets.
     */
    public String of(String key, Object... arguments) {
        if (arguments.length == 0) {
            String filled = ready.get(key);
            return filled == null ? "[" + key + "]" : filled;
        }
        String pattern = words.get(key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = show(arguments[i]);
        }
        return format(key, pattern).format(shown);
    }

    /** Read once and copied at each use: a format that is shared would mix what two people see. */
    private MessageFormat format(String key, String pattern) {
        MessageFormat format =
                formats.computeIfAbsent(key, first -> new MessageFormat(pattern, locale));
        return (MessageFormat) format.clone();
    }

    /** What needs no filling in is laid out once and not at every showing. */
    private static Map<String, String> filledOnce(Map<String, String> words, Locale locale) {
        return words.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                word ->
                                        new MessageFormat(word.getValue(), locale)
                                                .format(new Object[0])));
    }

    public String of(Message message) {
        return of(message.key(), message.arguments().toArray());
    }

    /** True when there are words for this key. */
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** The words for this key as they stand in the bundle, with places for what fills them. */
    public String raw(String key) {
        return words.getOrDefault(key, "").replace("''", "'");
    }

    /** The codes of everything that can go wrong, in order. */
    public List<String> problems() {
        return words.keySet().stream()
                .filter(key -> PROBLEM.matcher(key).matches())
                .map(key -> key.substring("error.".length()))
                .sorted()
                .toList();
    }

    /** For names that the platform itself knows in each language, such as those of days. */
    public Locale locale() {
        return locale;
    }

    public String language() {
        return language;
    }

    public String date(LocalDate date) {
        return day.format(date);
    }

    public String date(Instant moment) {
        return day.format(moment);
    }

    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    public String time(Instant moment) {
        return time.format(moment);
    }

    public String moment(Instant instant) {
        return moment.format(instant);
    }

    /** A moment with no more than is needed to know it: today its time, this year without year. */
    public String moment(Instant instant, LocalDate today) {
        LocalDate date = Brussels.date(instant);
        if (date.equals(today)) {
            return time(instant);
        }
        return date.getYear() == today.getYear() ? momentThisYear.format(instant) : moment(instant);
    }

    /** A count with its thousands, and a plus when there may be more. */
    public String count(Count count) {
        String shown = count(count.value());
        return count.exact() ? shown : shown + "+";
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** An amount in euro and cents. */
    public String euro(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(EURO);
        return format.format(amount);
    }

    /** A size for people: 12 kB, 3,4 MB. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double shown = bytes < 1_000_000 ? bytes / 1_000.0 : bytes / 1_000_000.0;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(shown < 10 ? 1 : 0);
        return format.format(shown) + (bytes < 1_000_000 ? " kB" : " MB");
    }

    private Object show(Object argument) {
        return switch (argument) {
            case LocalDate date -> date(date);
            case Instant instant -> moment(instant);
            case Count count -> count(count);
            case Message message -> of(message);
            case Enum<?> constant -> name(constant);
            default -> argument;
        };
    }

    private String name(Enum<?> constant) {
        String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return words.getOrDefault(key, constant.name());
    }
}
