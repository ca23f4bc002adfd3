// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import be.onthaal.common.Refused;
import be.onthaal.notifications.Live;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.Barcode;
import be.onthaal.post.Company;
import be.onthaal.post.Correction;
import be.onthaal.post.Correspondent;
import be.onthaal.post.EntryId;
import be.onthaal.post.Particulars;
import be.onthaal.post.Piece;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostHandling;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping an entry of the register right: corrected, given to somebody, opened, cancelled. */
@Service
class EntryDetailDesk {

    private static final int REFERENCE = 200;

    private final PostRegister post;
    private final PostHandling handling;
    private final Live live;

    EntryDetailDesk(PostRegister post, PostHandling handling, Live live) {
        this.post = post;
        this.handling = handling;
        this.live = live;
    }

    /** Writes down what the form says; who sent it stays, unless another name was typed. */
    @Transactional
    void correct(EntryId id, Fields sent) {
        RegisterEntry before = post.hold(id);
        Particulars now = before.particulars();
        PieceKind kind = PieceKind.valueOf(sent.required("kind", 20));
        String name = sent.text("sender", 500);
        boolean same = name.equals(before.piece().correspondent());
        var piece =
                new Piece(
                        kind == now.kind() ? before.piece().channel() : kind.channel(),
                        sent.day("on").orElse(before.piece().on()),
                        sent.text("subject", 2_000),
                        name,
                        same ? before.piece().party() : Optional.empty());
        var more =
                new Particulars(
                        now.book(),
                        kind,
                        new Particulars.Writing(
                                sent.day("dated"),
                                sent.text("theirs", REFERENCE),
                                sent.text("ours", REFERENCE),
                                annexes(sent)),
                        new Particulars.Paper(
                                sent.text("place", REFERENCE),
                                sent.optional("barcode", 60).map(Barcode::of),
                                now.paper().unopened()),
                        new Particulars.Care(
                                sent.day("due"),
                                now.care().handler(),
                                same ? now.care().likely() : Optional.empty(),
                                now.care().lateReason(),
                                0));
        handling.correct(
                id,
                new Correction(
                        Integer.parseInt(sent.required("revision", 9)),
                        piece,
                        more,
                        company(sent),
                        sent.optional("late", 2_000)));
        live.changed("inbox");
    }

    @Transactional
    void assign(EntryId id, Optional<EmployeeId> to) {
        handling.assign(id, to);
        live.changed("inbox");
    }

    @Transactional
    void open(EntryId id, String subject) {
        handling.open(id, subject);
        live.changed("inbox");
    }

    @Transactional
    void cancel(EntryId id, String reason) {
        post.cancel(id, reason);
        live.changed("inbox");
    }

    /** The typed sender is surely the customer he seemed to be. */
    @Transactional
    void confirm(EntryId id) {
        handling.confirm(id);
        live.changed("inbox");
    }

    @Transactional
    void answers(EntryId id, String number) {
        post.hold(id);
        PublicNumber wanted =
                PublicNumber.parse(number).orElseThrow(() -> new Refused("post.number-unknown"));
        handling.answers(id, wanted);
    }

    private static Company company(Fields sent) {
        List<Correspondent> others =
                sent.text("others", 5_000)
                        .lines()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(Correspondent::typed)
                        .toList();
        Set<UnitId> copies =
                sent.choices("copies").stream()
                        .map(id -> new UnitId(UUID.fromString(id)))
                        .collect(Collectors.toUnmodifiableSet());
        return new Company(others, copies);
    }

    private static int annexes(Fields sent) {
        return Stream.of(sent.text("annexes", 4))
                .filter(digits -> digits.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
