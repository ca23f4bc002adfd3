// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import be.onthaal.common.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A letter for an envelope of 110 by 220 mm with its window on the right, as bpost takes it: the
 * address stands 50 mm from the top and 110 mm from the left of the sheet, and ends above the 30 mm
 * that the sorting machine keeps for itself.
 *
 * @param sender who writes, line by line
 * @param addressee to whom, line by line; six lines fit the window
 * @param facts the day and the reference
 * @param body HTML as {@link Paper} takes it
 */
public record Letter(
        List<String> sender,
        List<String> addressee,
        String facts,
        String subject,
        String language,
        String body,
        Optional<Picture> logo) {

    /** As many lines as stay in sight when the sheet slides in its envelope. */
    public static final int MOST_LINES = 6;

    private static final String LOGO = "logo";

    public Letter {
        sender = List.copyOf(sender);
        addressee = addressee.stream().filter(line -> !line.isBlank()).toList();
        if (addressee.size() > MOST_LINES) {
            throw new Refused("paper.address-too-long", MOST_LINES);
        }
    }

    /** The paragraphs of a text without markup; a line is a paragraph. */
    public static String paragraphs(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Paper.escaped(line) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** The letter as it is laid out. */
    public Paper paper() {
        String picture =
                logo.map(any -> "<p><img src=\"picture:logo\" class=\"logo\"/></p>").orElse("");
        return new Paper(
                subject,
                language,
                "<div class=\"sender\">"
                        + picture
                        + lines(sender)
                        + "</div><div class=\"window\">"
                        + lines(addressee)
                        + "</div><p class=\"facts\">"
                        + Paper.escaped(facts)
                        + "</p><h1>"
                        + Paper.escaped(subject)
                        + "</h1>"
                        + body,
                logo.map(there -> Map.of(LOGO, there)).orElse(Map.of()));
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(Paper::escaped)
                        .collect(Collectors.joining("<br/>", "<p>", "</p>"));
    }
}
