// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import be.onthaal.party.PartyId;
import be.onthaal.post.Barcode;
import be.onthaal.post.Company;
import be.onthaal.post.Correspondent;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewEntry;
import be.onthaal.post.Particulars;
import be.onthaal.post.Piece;
import be.onthaal.post.PieceKind;
import be.onthaal.post.RegisterEntry.Direction;
import be.onthaal.post.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The form of one piece, as it was sent. */
record PileForm(Fields fields) {

    static final String SOURCE = "FORM";
    private static final int REFERENCE = 200;
    private static final int OTHERS = 5_000;
    private static final List<String> KEPT = List.of("on", "kind", "unit", "book", "level");
    private static final List<String> LINES =
            List.of(
                    "sender",
                    "subject",
                    "theirs",
                    "ours",
                    "place",
                    "barcode",
                    "late",
                    "others",
                    "annexes",
                    "dated",
                    "due",
                    "once",
                    "answers",
                    "unopened",
                    "party");

    Direction direction() {
        return fields.text("direction", 3).equals("OUT") ? Direction.OUT : Direction.IN;
    }

    /** The customer that was chosen as sender. */
    Optional<PartyId> party() {
        return fields.id("party").map(PartyId::new);
    }

    String sender() {
        return fields.text("sender", 500);
    }

    boolean isSure() {
        return fields.text("sure", 3).equals("yes");
    }

    /** Whether the next form keeps the day, the kind and the unit. */
    boolean keeps() {
        return fields.text("keep", 3).equals("yes");
    }

    /** What the form says, to show it again. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>(kept());
        LINES.forEach(field -> typed.put(field, fields.text(field, OTHERS)));
        typed.put("copies", String.join(" ", fields.choices("copies")));
        typed.put("keep", keeps() ? "yes" : "");
        return typed;
    }

    /** What the next form begins with. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        KEPT.forEach(field -> kept.put(field, fields.text(field, 100)));
        return kept;
    }

    /**
     * The piece.
     *
     * @param likely the customer that the sender likely is
     */
    NewEntry read(LocalDate today, Optional<PartyId> likely) {
        PieceKind kind = kind();
        boolean unopened = fields.text("unopened", 3).equals("yes");
        String subject =
                unopened
                        ? fields.text("subject", 2_000)
                        : said("subject", 2_000, "post.subject-missing");
        String sender =
                unopened || party().isPresent()
                        ? sender()
                        : said("sender", 500, "post.sender-missing");
        var piece =
                new Piece(kind.channel(), fields.day("on").orElse(today), subject, sender, party());
        return new NewEntry(
                direction(),
                piece,
                particulars(kind, unopened, likely),
                new NewEntry.Placement(unit(), level()),
                new Company(others(), copies()),
                fields.id("once").map(id -> new Source(SOURCE, id)),
                Optional.empty(),
                fields.id("answers").map(EntryId::new));
    }

    private Particulars particulars(PieceKind kind, boolean unopened, Optional<PartyId> likely) {
        return new Particulars(
                fields.text("book", 3),
                kind,
                new Particulars.Writing(
                        fields.day("dated"),
                        fields.text("theirs", REFERENCE),
                        fields.text("ours", REFERENCE),
                        annexes()),
                new Particulars.Paper(
                        fields.text("place", REFERENCE),
                        fields.optional("barcode", 60).map(Barcode::of),
                        unopened),
                new Particulars.Care(
                        fields.day("due"),
                        Optional.empty(),
                        party().isPresent() ? Optional.empty() : likely,
                        fields.text("late", 2_000),
                        0));
    }

    private PieceKind kind() {
        String sent = fields.text("kind", 20);
        return List.of(PieceKind.values()).stream()
                .filter(kind -> kind.name().equals(sent))
                .findFirst()
                .orElse(PieceKind.LETTER);
    }

    private Confidentiality level() {
        return fields.optional("level", 20)
                .map(Confidentiality::valueOf)
                .orElse(Confidentiality.INTERNAL);
    }

    private UnitId unit() {
        return fields.id("unit")
                .map(UnitId::new)
                .orElseThrow(() -> new Refused("desk.choose-unit"));
    }

    private int annexes() {
        try {
            return fields.optional("annexes", 4).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException words) {
            throw new Refused("post.annexes-wrong", 9_999);
        }
    }

    /** One a line. */
    private List<Correspondent> others() {
        return fields.text("others", OTHERS)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Correspondent::typed)
                .toList();
    }

    private Set<UnitId> copies() {
        return fields.choices("copies").stream()
                .map(id -> new UnitId(UUID.fromString(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String said(String field, int longest, String missing) {
        return fields.optional(field, longest).orElseThrow(() -> new Refused(missing));
    }
}
