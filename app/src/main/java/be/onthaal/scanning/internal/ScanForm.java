// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.post.Company;
import be.onthaal.post.NewEntry;
import be.onthaal.post.Particulars;
import be.onthaal.post.Piece;
import be.onthaal.post.PieceKind;
import be.onthaal.post.RegisterEntry.Direction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** What was sent with a form of the tray; every field has a limit. */
record ScanForm(MultiValueMap<String, String> sent) {

    private static final List<String> FIELDS =
            List.of(
                    "sender",
                    "party",
                    "subject",
                    "on",
                    "kind",
                    "unit",
                    "level",
                    "dated",
                    "theirs",
                    "late",
                    "unopened");

    String text(String name, int longest) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, longest, "scanning.text-long");
    }

    int number(String name) {
        String value = text(name, 9);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    }

    UUID id(String name) {
        return optionalId(name).orElseThrow(() -> new Refused("scanning.choose"));
    }

    Optional<UUID> optionalId(String name) {
        String value = text(name, 36);
        return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
    }

    UnitId unit() {
        return optionalId("unit")
                .map(UnitId::new)
                .orElseThrow(() -> new Refused("scanning.choose-unit"));
    }

    Confidentiality level() {
        return one(Confidentiality.values(), "level").orElse(Confidentiality.INTERNAL);
    }

    PieceKind kind() {
        return one(PieceKind.values(), "kind").orElse(PieceKind.LETTER);
    }

    /** What the form says, to show it again. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, text(field, 2_000)));
        return typed;
    }

    /** The piece as somebody confirmed it. */
    NewEntry entry(LocalDate today) {
        boolean unopened = text("unopened", 3).equals("yes");
        String sender = text("sender", 500);
        String subject = text("subject", 2_000);
        if (sender.isEmpty() && !unopened) {
            throw new Refused("post.sender-missing");
        }
        if (subject.isEmpty() && !unopened) {
            throw new Refused("post.subject-missing");
        }
        return new NewEntry(
                Direction.IN,
                new Piece(
                        kind().channel(),
                        day("on").orElse(today),
                        subject,
                        sender,
                        optionalId("party").map(PartyId::new)),
                new Particulars(
                        "",
                        kind(),
                        new Particulars.Writing(day("dated"), text("theirs", 200), "", 0),
                        new Particulars.Paper("", Optional.empty(), unopened),
                        new Particulars.Care(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                text("late", 2_000),
                                0)),
                new NewEntry.Placement(unit(), level()),
                Company.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<LocalDate> day(String name) {
        String value = text(name, 10);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
        } catch (DateTimeException nonsense) {
            throw new Refused("scanning.no-day");
        }
    }

    private <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        String value = text(name, 20);
        return Stream.of(all).filter(each -> each.name().equals(value)).findFirst();
    }
}
