// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.Brussels;
import be.onthaal.timeline.TimelineLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A timeline by day, newest first. */
public record Days(List<Day> days) {

    /** One day of it. */
    public record Day(LocalDate date, List<TimelineLine> lines) {}

    static Days of(List<TimelineLine> lines) {
        Map<LocalDate, List<TimelineLine>> byDay = new LinkedHashMap<>();
        for (TimelineLine line : lines) {
            byDay.computeIfAbsent(Brussels.date(line.at()), day -> new ArrayList<>()).add(line);
        }
        return new Days(
                byDay.entrySet().stream()
                        .map(entry -> new Day(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList());
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The picture that stands with an event: what it did to a case, else its channel or kind. */
    public static String icon(TimelineLine line) {
        String kind = kind(line.event());
        return switch (kind.equals("cases") ? kind : line.channel().orElse(kind)) {
            case "MAIL", "mail" -> "mail";
            case "PHONE" -> "phone";
            case "DESK" -> "desk";
            case "POST", "post" -> "letter";
            case "WEB_FORM" -> "form";
            case "CHAT" -> "chat";
            case "cases" -> "case";
            case "documents" -> "document";
            case "contact" -> "customer";
            case "dispatch" -> "send";
            case "moving" -> "paperclip";
            default -> "history";
        };
    }

    /** The page that a line leads to, if there is one. */
    public static String href(TimelineLine line) {
        return line.ref().map(ref -> Places.of(ref.kind(), ref.id())).orElse("");
    }

    private static String kind(String event) {
        int dot = event.indexOf('.');
        return dot < 0 ? event : event.substring(0, dot);
    }
}
