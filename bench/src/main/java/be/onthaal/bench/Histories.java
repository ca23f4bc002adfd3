// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import static be.onthaal.bench.Copy.None.NONE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the product would have written while the generated cases were lived. */
final class Histories {

    private static final int STORY_DAYS = 14;

    private final Town town;
    private final Chance chance;
    private final Connection connection;
    private final Instant now = Instant.now();

    Histories(Town town, Chance chance, Connection connection) {
        this.town = town;
        this.chance = chance;
        this.connection = connection;
    }

    void write(List<Life> lives) throws SQLException {
        new Letters(town, chance, connection).write(lives);
        cases(lives);
        tasks(lives);
        contacts(lives);
        timeline(lives);
        log(lives);
        steps(lives);
    }

    private void cases(List<Life> lives) throws SQLException {
        try (Copy files =
                new Copy(
                        connection,
                        "cases.case_file (authority_id, id, number, type_id, type_code, type_name,"
                                + " subject, description, party_id, party_name, unit_id, handler_id,"
                                + " handler_name, phase, status, channel, opened_at, starts_on,"
                                + " due_on, due_why, closed_at, closed_by, result_code,"
                                + " retention_action, retention_until, origin_kind, origin_id,"
                                + " changed_at, changed_by)")) {
            for (Life life : lives) {
                Life.Matter matter = life.matter();
                boolean unassigned = life.closedAt().isEmpty() && chance.happens(30);
                boolean closed = life.closedAt().isPresent();
                LocalDate keepUntil = life.openedOn().plusYears(10);
                Instant changed = life.closedAt().orElse(life.openedAt());
                files.row(
                        town.authority(),
                        life.id(),
                        life.display(),
                        matter.type().id(),
                        matter.type().code(),
                        matter.type().name(),
                        matter.subject(),
                        matter.text(),
                        life.person().id(),
                        life.person().name(),
                        life.unit().id(),
                        unassigned ? NONE : life.handler().id(),
                        unassigned ? "" : life.handler().name(),
                        matter.type().phase(),
                        closed ? "CLOSED" : "OPEN",
                        matter.channel(),
                        life.openedAt(),
                        life.openedOn(),
                        life.openedOn().plusDays(14),
                        matter.type().dueWhy(),
                        closed ? changed : NONE,
                        closed ? life.handler().name() : NONE,
                        closed ? "answered" : NONE,
                        closed ? "DESTROY" : NONE,
                        closed ? keepUntil : NONE,
                        life.entry().isPresent() ? "POST" : NONE,
                        life.entry().<Object>map(Life.Entry::id).orElse(NONE),
                        changed,
                        life.handler().name());
            }
        }
    }

    private void tasks(List<Life> lives) throws SQLException {
        try (Copy tasks =
                new Copy(
                        connection,
                        "cases.task (authority_id, id, case_id, code, title, mandatory, state,"
                                + " unit_id, due_on, made_at, done_at, done_by)")) {
            for (Life life : lives) {
                tasks.row(
                        town.authority(),
                        chance.id(life.openedAt()),
                        life.id(),
                        "answer",
                        "Antwoord geven",
                        true,
                        life.closedAt().isPresent() ? "DONE" : "OPEN",
                        life.unit().id(),
                        life.openedOn().plusDays(14),
                        life.openedAt(),
                        life.closedAt().<Object>map(at -> at).orElse(NONE),
                        life.closedAt().<Object>map(at -> life.handler().name()).orElse(NONE));
            }
        }
    }

    private void contacts(List<Life> lives) throws SQLException {
        try (Copy moments =
                new Copy(
                        connection,
                        "contact.moment (authority_id, id, channel, party_id, unit_id,"
                                + " employee_name, started_at, note)")) {
            for (Life life : lives) {
                moments.row(
                        town.authority(),
                        chance.id(life.openedAt()),
                        life.matter().channel(),
                        life.person().id(),
                        life.unit().id(),
                        life.handler().name(),
                        life.openedAt(),
                        life.matter().text());
            }
        }
    }

    private void timeline(List<Life> lives) throws SQLException {
        try (Copy lines =
                new Copy(
                        connection,
                        "timeline.line (id, authority_id, subject_kind, subject_id, at, event,"
                                + " channel, actor_name, ref_kind, ref_id, ref_number, summary,"
                                + " detail, unit_id)")) {
            for (Life life : lives) {
                line(lines, life, "cases.opened", life.openedAt(), life.matter().subject());
                life.closedAt()
                        .ifPresent(at -> line(lines, life, "cases.closed", at, "Beantwoord"));
            }
        }
    }

    private void line(Copy lines, Life life, String event, Instant at, String summary) {
        String detail = "{\"number\": \"" + life.display() + "\"}";
        for (String kind : List.of("CASE", "PARTY")) {
            boolean ofCase = kind.equals("CASE");
            lines.row(
                    chance.id(at),
                    town.authority(),
                    kind,
                    ofCase ? life.id() : life.person().id(),
                    at,
                    event,
                    life.matter().channel(),
                    life.handler().name(),
                    ofCase ? NONE : "CASE",
                    ofCase ? NONE : life.id(),
                    ofCase ? NONE : life.display(),
                    summary,
                    detail,
                    life.unit().id());
        }
    }

    private void log(List<Life> lives) throws SQLException {
        try (Copy events =
                new Copy(
                        connection,
                        "audit.event (id, authority_id, at, kind, action, actor, actor_name,"
                                + " actor_kind, subject_kind, subject_id, parties, case_id, purpose,"
                                + " channel, unit_id, detail)")) {
            for (Life life : lives) {
                event(events, life, life.openedAt(), "ACTION", "cases.opened");
                for (int i = 0; i < 3; i++) {
                    long later = chance.draw(7 * 86_400);
                    Instant seen = life.openedAt().plusSeconds(later);
                    event(
                            events,
                            life,
                            seen.isBefore(now) ? seen : now,
                            "CONSULTATION",
                            "cases.consulted");
                }
                life.closedAt().ifPresent(at -> event(events, life, at, "ACTION", "cases.closed"));
            }
        }
    }

    private void event(Copy events, Life life, Instant at, String kind, String action) {
        Town.Employee actor = chance.pick(town.employees());
        events.row(
                chance.id(at),
                town.authority(),
                at,
                kind,
                action,
                actor.account(),
                actor.name(),
                "EMPLOYEE",
                "CASE",
                life.id(),
                "{" + life.person().id() + "}",
                life.id(),
                "CASE",
                "WEB",
                life.unit().id(),
                "{\"number\": \"" + life.display() + "\"}");
    }

    private void steps(List<Life> lives) throws SQLException {
        LocalDate from =
                LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC).minusDays(STORY_DAYS);
        try (Copy steps = new Copy(connection, "desk.case_step (authority_id, id, on_day, step)")) {
            for (Life life : lives) {
                step(steps, life.openedOn(), from, "OPENED");
                life.closedOn().ifPresent(day -> step(steps, day, from, "CLOSED"));
            }
        }
    }

    private void step(Copy steps, LocalDate day, LocalDate from, String step) {
        if (day.isAfter(from)) {
            steps.row(town.authority(), chance.id(Instant.now()), day, step);
        }
    }
}
