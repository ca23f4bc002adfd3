// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.mail.InboxMail;
import be.onthaal.portal.WebForm;
import be.onthaal.web.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the product could not bring to its place by itself. */
public record SetAsidePage(
        Tab tab,
        Map<Tab, Long> counts,
        Page<Line> lines,
        Map<UnitId, String> names,
        Rights rights) {

    public SetAsidePage {
        counts = Map.copyOf(counts);
        names = Map.copyOf(names);
    }

    /** Why it waits. */
    public enum Tab {
        /** Mail that could not be read or registered. */
        UNREADABLE("ongelezen"),
        /** Mail that names a case to which its sender does not belong. */
        QUARANTINED("dossier"),
        /** Web forms that could not be taken in. */
        FORMS("formulier");

        private final String code;

        Tab(String code) {
            this.code = code;
        }

        /** As it stands in an address. */
        public String code() {
            return code;
        }

        static Optional<Tab> of(String code) {
            return Stream.of(values()).filter(tab -> tab.code.equals(code)).findFirst();
        }
    }

    /**
     * One thing that waits.
     *
     * @param problem code of why
     * @param repeatable whether trying again can help
     * @param caseId the case that it names
     */
    public record Line(
            UUID id,
            String subject,
            String from,
            Instant receivedAt,
            Optional<UnitId> unit,
            String problem,
            boolean repeatable,
            Optional<UUID> entry,
            Optional<UUID> caseId) {

        static Line of(InboxMail mail) {
            return new Line(
                    mail.id().value(),
                    mail.subject(),
                    mail.fromName().isBlank() ? mail.fromAddress() : mail.fromName(),
                    mail.receivedAt(),
                    Optional.of(mail.unit()),
                    mail.reason().orElse(""),
                    mail.complete(),
                    mail.entry(),
                    mail.caseId());
        }

        static Line of(WebForm form) {
            return new Line(
                    form.id(),
                    form.subject(),
                    form.sender().name(),
                    form.receivedAt(),
                    form.unit(),
                    form.problem(),
                    true,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** What the caller may do. */
    public record Rights(boolean handles, boolean handlesCases) {}

    public long count(Tab of) {
        return counts.getOrDefault(of, 0L);
    }

    public String unitName(Line line) {
        return line.unit().map(unit -> names.getOrDefault(unit, "")).orElse("");
    }

    /** Why it waits, in a sentence; the words for a refusal may ask what we no longer know. */
    public String why(Text text, Line line) {
        String known = tab == Tab.FORMS ? "error." : "mail.reason.";
        return Stream.of(known + line.problem())
                .filter(key -> text.has(key) && !text.raw(key).contains("{"))
                .findFirst()
                .map(text::of)
                .orElseGet(() -> text.of("desk.aside.why." + tab.name()));
    }

    /** Where what can be done with it is asked. */
    public String address(Line line) {
        return address() + (tab == Tab.FORMS ? "/formulier/" : "/mail/") + line.id();
    }

    /** The address of this view, to which a page number can be added. */
    public String paging() {
        return address() + "?soort=" + tab.code() + "&";
    }

    static String address() {
        return "/postvak/opzij";
    }
}
