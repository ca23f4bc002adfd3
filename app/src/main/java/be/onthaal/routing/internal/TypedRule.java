// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import be.onthaal.routing.AttachmentKind;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.Extras;
import be.onthaal.routing.MailLanguage;
import be.onthaal.routing.Priority;
import be.onthaal.routing.RuleWish;
import be.onthaal.routing.Target;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it stands in its form, right or not.
 *
 * @param target the id of a unit, {@code TABLE} or {@code MAILBOX}; empty when nothing was chosen
 */
public record TypedRule(
        String name, boolean active, Conditions asked, String target, Extras extras) {

    static final String TABLE = "TABLE";
    static final String MAILBOX = "MAILBOX";

    static final TypedRule EMPTY = new TypedRule("", true, Conditions.NONE, "", Extras.NONE);

    static TypedRule of(RuleWish wish) {
        return new TypedRule(
                wish.name(),
                wish.active(),
                wish.conditions(),
                switch (wish.target()) {
                    case Target.ToUnit(UnitId unit) -> unit.toString();
                    case Target.ByTable table -> TABLE;
                    case Target.Stay stay -> MAILBOX;
                },
                wish.extras());
    }

    static TypedRule read(SentFields sent) {
        List<String> types = sent.choices("type");
        return new TypedRule(
                sent.text("name"),
                sent.checked("active"),
                new Conditions(
                        sent.words("senders"),
                        sent.words("recipients"),
                        sent.words("subject"),
                        sent.words("words"),
                        sent.one("attachments", AttachmentKind.class),
                        new Conditions.CaseNamed(
                                sent.checked("names-case") || !types.isEmpty(), types),
                        sent.one("language", MailLanguage.class)),
                sent.text("target"),
                new Extras(
                        sent.text("proposes"),
                        sent.text("mark"),
                        sent.one("priority", Priority.class).orElse(Priority.NORMAL),
                        sent.checked("no-answer")));
    }

    RuleWish wish() {
        Target to =
                switch (target) {
                    case "" -> throw new Refused("routing.no-target");
                    case TABLE -> new Target.ByTable();
                    case MAILBOX -> new Target.Stay();
                    default -> new Target.ToUnit(UnitId.of(target));
                };
        return new RuleWish(name, active, asked, to, extras);
    }

    /** Words one a line, as they stand in their field. */
    public static String lines(List<String> words) {
        return String.join("\n", words);
    }

    public boolean asks(AttachmentKind kind) {
        return asked.attachments().equals(Optional.of(kind));
    }

    public boolean asks(MailLanguage language) {
        return asked.language().equals(Optional.of(language));
    }
}
