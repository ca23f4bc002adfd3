// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The counts beside the lists, whatever became of the cases, and however often they were added. */
@OnthaalTest
@Import(CasePopulation.class)
class CaseTallyTest {

    /** What differs between the tally and the cases themselves, in both directions. */
    private static final String DIFFERENT =
            """
            with told as (
                select authority_id, part, unit_id, confidentiality, handler_id, due_on, sum(cases) as cases
                from cases.tally group by 1, 2, 3, 4, 5, 6 having sum(cases) <> 0
            ), right_ones as (
                select authority_id, 'HANDLER' as part, unit_id, confidentiality, handler_id,
                    null::date as due_on, count(*)::numeric as cases
                from cases.case_file where status <> 'CLOSED' group by 1, 2, 3, 4, 5, 6
                union all
                select authority_id, 'DUE', unit_id, confidentiality, null::uuid, due_on, count(*)::numeric
                from cases.case_file where status = 'OPEN' group by 1, 2, 3, 4, 5, 6
            )
            select x::text from (
                (select * from told except select * from right_ones)
                union all (select * from right_ones except select * from told)) as x
            """;

    @Autowired CasePopulation population;
    @Autowired Cases cases;
    @Autowired TallyJob job;
    @Autowired AsOwner owner;

    @Test
    void itSaysWhatTheCasesSayBeforeAndAfterItsLinesAreAddedUp() {
        var town = population.populate(4711, 120);
        assertThat(owner.column(DIFFERENT)).isEmpty();
        Caller anybody = town.people().getFirst();
        Map<View, Long> before = Callers.as(anybody, cases::counts);
        long lines = lines(town.here().authority().id().value().toString());
        job.run();
        assertThat(owner.column(DIFFERENT)).isEmpty();
        assertThat(Callers.as(anybody, cases::counts)).isEqualTo(before);
        assertThat(lines(town.here().authority().id().value().toString())).isLessThan(lines);
        owner.execute("select cases.recount()");
        assertThat(Callers.as(anybody, cases::counts)).isEqualTo(before);
    }

    /** Changed as no program would: by hand, all at once, over and over. */
    @Test
    void itFollowsEveryChangeOfACase() {
        var town = population.populate(1147, 60);
        String here = town.here().authority().id().value().toString();
        var random = new Random(20261123);
        List<String> changes =
                List.of(
                        "status = 'WAITING'",
                        "status = 'OPEN'",
                        "handler_id = null, handler_name = ''",
                        "due_on = due_on + 3",
                        "confidentiality = (confidentiality + 1) % 4",
                        "subject = 'Anders'");
        for (int time = 0; time < 30; time++) {
            owner.execute(
                    "update cases.case_file set %s where authority_id = '%s' and status <> 'CLOSED' and (hashtext(id::text) + %d) %% 3 = 0"
                            .formatted(
                                    changes.get(random.nextInt(changes.size())),
                                    here,
                                    random.nextInt(3)));
            if (time % 7 == 0) {
                job.run();
            }
        }
        assertThat(owner.column(DIFFERENT)).isEmpty();
    }

    private long lines(String authority) {
        return Long.parseLong(
                owner.column(
                                "select count(*) from cases.tally where authority_id = '%s'"
                                        .formatted(authority))
                        .getFirst());
    }
}
