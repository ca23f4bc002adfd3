// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostFilter;
import be.onthaal.post.PostFilter.Narrowing;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.ArrayList;
import java.util.List;

/** A filter of the post register as it stands in an address: choices, days and ids only. */
public record PostQuery(PostFilter filter) {

    /** Reads the parameters of an address or form; what is no choice at all is refused. */
    static PostQuery read(Fields sent) {
        PostFilter.View view =
                sent.optional("lijst", 20)
                        .map(PostFilter.View::valueOf)
                        .orElse(PostFilter.View.MINE);
        PostFilter usual = PostFilter.of(view);
        return new PostQuery(
                new PostFilter(
                        view,
                        sent.optional("volgorde", 20)
                                .map(PostFilter.Order::valueOf)
                                .orElse(usual.order()),
                        new Narrowing(
                                sent.optional("richting", 3).map(Direction::valueOf),
                                sent.optional("soort", 20).map(PieceKind::valueOf),
                                sent.id("dienst").map(UnitId::new),
                                sent.id("wie").map(EmployeeId::new),
                                new PostFilter.Days(sent.day("van"), sent.day("tot")))));
    }

    /** As it stands in an address; always in the same order, so that equal ones are equal. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add("lijst=" + filter.view().name());
        parts.add("volgorde=" + filter.order().name());
        Narrowing wanted = filter.narrowing();
        wanted.direction().ifPresent(one -> parts.add("richting=" + one.name()));
        wanted.kind().ifPresent(one -> parts.add("soort=" + one.name()));
        wanted.unit().ifPresent(one -> parts.add("dienst=" + one));
        wanted.handler().ifPresent(one -> parts.add("wie=" + one));
        wanted.received().from().ifPresent(day -> parts.add("van=" + day));
        wanted.received().until().ifPresent(day -> parts.add("tot=" + day));
        return String.join("&", parts);
    }

    /** The same choices in another order. */
    public PostQuery by(PostFilter.Order order) {
        return new PostQuery(new PostFilter(filter.view(), order, filter.narrowing()));
    }

    /** True when something is chosen from the view. */
    public boolean narrows() {
        return !filter.narrowing().equals(Narrowing.NONE);
    }
}
