// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.overview;

import be.onthaal.paper.Paper;
import be.onthaal.web.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overview of a customer as he reads it: on paper, in his language. */
public final class OverviewPaper {

    private final Overview overview;
    private final Text text;
    private final StringBuilder body = new StringBuilder();

    private OverviewPaper(Overview overview, Text text) {
        this.overview = overview;
        this.text = text;
    }

    /** The pages of an overview. */
    public static Paper of(Overview overview, Text text) {
        return new OverviewPaper(overview, text).laidOut();
    }

    private Paper laidOut() {
        String title = text.of("overview.title", overview.authority());
        body.append("<h1>").append(Paper.escaped(title)).append("</h1>");
        paragraph(text.of("overview.intro", overview.customer().name(), day(overview.madeOn())));
        customer();
        section("overview.relations", overview.relations().stream().map(this::relative));
        section("overview.preferences", Stream.of(wanted()));
        section("overview.consents", overview.consents().stream().map(this::said));
        section("overview.history", overview.history().stream().map(this::happened));
        section("overview.consultations", overview.consultations().stream().map(this::looked));
        paragraph(text.of("overview.rights", overview.authority()));
        return Paper.of(title, text.language(), body.toString());
    }

    private void customer() {
        section(
                "overview.customer",
                Stream.of(
                                overview.customer().identifiers().stream()
                                        .map(number ->
                                                List.of(
                                                        text.of("Scheme." + number.scheme()),
                                                        number.value(),
                                                        source(number.source()))),
                                overview.facts().stream().map(this::fact),
                                overview.contactPoints().stream().map(this::reached))
                        .flatMap(rows -> rows));
    }

    private List<String> fact(Overview.Fact fact) {
        String more =
                Stream.of(
                                Optional.of(source(fact.source())),
                                Optional.of(day(fact.statedOn())),
                                fact.endedOn().map(on -> text.of("overview.until", day(on))),
                                fact.contested().map(why -> text.of("customer.contested", why)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "));
        return List.of(
                text.of("Detail." + fact.kind()),
                InWords.of(fact.kind(), fact.value(), text),
                more);
    }

    private List<String> reached(Overview.Reached point) {
        return List.of(
                text.of("overview.point." + point.kind()),
                point.value(),
                source(point.source())
                        + (point.inUse() ? "" : " · " + text.of("overview.out-of-use")));
    }

    private List<String> relative(Overview.Relative relation) {
        return List.of(
                text.of("Relation." + relation.kind() + "." + relation.side()),
                relation.name().orElse(text.of("overview.unnamed")),
                source(relation.source()));
    }

    private List<String> wanted() {
        Overview.Wanted wanted = overview.preferences();
        return List.of(
                text.of("overview.wanted"),
                wanted.channel()
                        .map(channel -> text.of("Wish." + channel))
                        .orElse(text.of("customer.wish.any")),
                text.of("language." + wanted.language()));
    }

    private List<String> said(Overview.Said said) {
        String answer =
                said.on()
                        .map(on ->
                                text.of(
                                        said.given()
                                                ? "customer.consent.yes"
                                                : "customer.consent.no",
                                        day(on)))
                        .orElse(text.of("customer.consent.never"));
        return List.of(
                text.of("Consent." + said.purpose()),
                answer,
                Stream.of(
                                said.channel().map(channel -> text.of("Channel." + channel)),
                                said.proof())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")));
    }

    private List<String> happened(Overview.Happened happened) {
        return List.of(
                day(happened.on()),
                text.of("timeline." + happened.event()),
                happened.number().orElse(""));
    }

    private List<String> looked(Overview.Looked looked) {
        return List.of(
                day(looked.on()),
                text.of("Purpose." + looked.purpose()),
                text.of("overview.times", looked.times()));
    }

    /** A table of three columns; a sentence where there is nothing. */
    private void section(String key, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        body.append("<h2>").append(Paper.escaped(text.of(key))).append("</h2>");
        if (all.isEmpty()) {
            paragraph(text.of("overview.nothing"));
            return;
        }
        body.append("<table><thead><tr>");
        for (String column : List.of("first", "second", "third")) {
            body.append("<th scope=\"col\">")
                    .append(Paper.escaped(text.of(key + "." + column)))
                    .append("</th>");
        }
        body.append("</tr></thead><tbody>");
        all.forEach(this::row);
        body.append("</tbody></table>");
    }

    private void row(List<String> cells) {
        body.append("<tr>");
        cells.forEach(cell -> body.append("<td>").append(Paper.escaped(cell)).append("</td>"));
        body.append("</tr>");
    }

    private void paragraph(String words) {
        body.append("<p>").append(Paper.escaped(words)).append("</p>");
    }

    private String source(String code) {
        return InWords.source(code, text);
    }

    private String day(String written) {
        return text.date(LocalDate.parse(written));
    }
}
