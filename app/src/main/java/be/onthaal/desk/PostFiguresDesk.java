// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.Audit;
import be.onthaal.audit.Tally;
import be.onthaal.common.Brussels;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.post.PostFigures;
import be.onthaal.post.PostFilter.Days;
import be.onthaal.post.Turnaround;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of post: counted from the register and from the log. */
@Service
class PostFiguresDesk {

    private static final int USUAL_DAYS = 30;

    private static final List<String> OPENED = List.of("post.viewed");
    private static final List<String> HANDLED = List.of("post.settled", "post.case-linked");
    private static final List<String> PRINTED = List.of("post.printed");

    private final PostFigures figures;
    private final Audit audit;
    private final Lists lists;
    private final Parts parts;

    PostFiguresDesk(PostFigures figures, Audit audit, Lists lists, Parts parts) {
        this.figures = figures;
        this.audit = audit;
        this.lists = lists;
        this.parts = parts;
    }

    @Transactional(readOnly = true)
    PostFiguresPage show(Days asked) {
        LocalDate until = asked.until().orElseGet(lists::today);
        LocalDate from = asked.from().orElseGet(() -> until.minusDays(USUAL_DAYS));
        var period = new Days(Optional.of(from), Optional.of(until));
        Part<List<Turnaround>> turnaround = figures.turnaround(from, until);
        Part<List<Tally>> opened = tally(OPENED, from, until);
        Part<List<Tally>> handled = tally(HANDLED, from, until);
        Part<List<Tally>> printed = tally(PRINTED, from, until);
        Parts.Answers answers = parts.ask(turnaround, opened, handled, printed);
        return new PostFiguresPage(
                period,
                answers.to(turnaround),
                new PostFiguresPage.Adoption(
                        answers.to(opened), answers.to(handled), answers.to(printed)),
                lists.unitNames());
    }

    private Part<List<Tally>> tally(List<String> actions, LocalDate from, LocalDate until) {
        return audit.tally(actions, Brussels.startOfDay(from), Brussels.endOfDay(until));
    }
}
