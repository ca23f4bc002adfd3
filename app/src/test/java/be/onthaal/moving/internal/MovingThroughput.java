// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.moving.internal.MovingTown.Place;
import be.onthaal.testing.OnthaalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How many rows a second come in; run by name, with {@code -Drows=10000}. */
@OnthaalTest
@Import(MovingTown.class)
class MovingThroughput {

    @Autowired MovingTown moving;

    @Test
    void customersAndCasesComeInByTheSecond() {
        int people = Integer.getInteger("rows", 10_000);
        Place place = moving.found();
        moving.moved(place, TransfersTest.many(200));
        Place measured = moving.found();

        long began = System.nanoTime();
        UUID id = moving.tried(measured, TransfersTest.many(people));
        long tried = System.nanoTime();
        moving.start(measured, id);
        moving.finish(measured);
        long brought = System.nanoTime();
        moving.undo(measured, id);
        long undone = System.nanoTime();

        long rows = people + people / 2;
        say("tried", rows, tried - began);
        say("brought in", rows, brought - tried);
        say("undone", rows, undone - brought);
    }

    private static void say(String what, long rows, long nanos) {
        System.out.printf(
                "%s: %d rows, %.1f s, %.0f rows a second%n",
                what, rows, nanos / 1e9, rows * 1e9 / nanos);
    }
}
