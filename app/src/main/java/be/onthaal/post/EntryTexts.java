// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Set;

/** What people write in an entry, within its limits. */
final class EntryTexts {

    private static final int LONGEST_CORRESPONDENT = 500;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_ANNEXES = 9_999;
    private static final int MOST_OTHERS = 20;
    private static final int MOST_COPIES = 50;

    private EntryTexts() {}

    static NewEntry checked(NewEntry asked) {
        Particulars more = checked(asked.particulars());
        return new NewEntry(
                asked.direction(),
                checked(asked.piece()),
                more,
                asked.placement(),
                checked(asked.company()),
                asked.source(),
                asked.caseLink(),
                asked.answers());
    }

    static Piece checked(Piece piece) {
        return new Piece(
                piece.channel(),
                piece.on(),
                FreeText.clean(
                        piece.subject(), PostRegister.LONGEST_SUBJECT, "post.subject-too-long"),
                correspondent(piece.correspondent()),
                piece.party());
    }

    static Particulars checked(Particulars more) {
        Particulars.Writing writing = more.writing();
        if (writing.annexes() < 0 || writing.annexes() > MOST_ANNEXES) {
            throw new Refused("post.annexes-wrong", MOST_ANNEXES);
        }
        Particulars.Care care = more.care();
        return new Particulars(
                more.book(),
                more.kind(),
                new Particulars.Writing(
                        writing.dated(),
                        reference(writing.theirReference()),
                        reference(writing.ourReference()),
                        writing.annexes()),
                new Particulars.Paper(
                        reference(more.paper().place()),
                        more.paper().barcode(),
                        more.paper().unopened()),
                new Particulars.Care(
                        care.dueOn(),
                        care.handler(),
                        care.likely(),
                        FreeText.clean(care.lateReason(), LONGEST_NOTE, "post.note-too-long"),
                        care.revision()));
    }

    static Company checked(Company company) {
        if (company.others().size() > MOST_OTHERS || company.copies().size() > MOST_COPIES) {
            throw new Refused("post.company-too-large", MOST_OTHERS, MOST_COPIES);
        }
        List<Correspondent> others =
                company.others().stream()
                        .map(other ->
                                new Correspondent(
                                        correspondent(other.name()), other.known(), other.likely()))
                        .filter(other -> !other.name().isEmpty())
                        .toList();
        return new Company(others, Set.copyOf(company.copies()));
    }

    /** A reason that must be given. */
    static String reason(String text) {
        return FreeText.required(text, LONGEST_NOTE, "post.reason-missing", "post.note-too-long");
    }

    static String note(String text) {
        return FreeText.clean(text, LONGEST_NOTE, "post.note-too-long");
    }

    private static String correspondent(String name) {
        return FreeText.clean(name, LONGEST_CORRESPONDENT, "post.correspondent-too-long");
    }

    private static String reference(String text) {
        return FreeText.clean(text, LONGEST_REFERENCE, "post.reference-too-long");
    }
}
