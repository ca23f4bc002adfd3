// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.StandardRole;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.ListedCase;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Of a case with all that any module keeps of it, nothing is found when it is destroyed. */
@OnthaalTest
@Import({ProbeTown.class, ProbeTown.Work.class, ProbeMail.class, PostOffice.class})
class DestroyedCaseTest {

    @Autowired ProbeTown probeTown;
    @Autowired TownFixtures towns;
    @Autowired DestructionLists lists;
    @Autowired List<RecurringJob> jobs;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private ProbeTown.Planted planted;
    private CaseFile doomed;

    @BeforeEach
    void plant() {
        planted = probeTown.plant(port);
        doomed = planted.open().file();
        // All that came in and went out, as if it were about this case.
        for (String table : List.of("mail.message", "contact.question")) {
            owner.execute(
                    "update %s set case_id = '%s' where id in (select id from %s where authority_id = '%s' order by id limit 1)"
                            .formatted(table, doomed.id(), table, authority()));
        }
        owner.execute(
                """
                update portal.submission set case_id = '%1$s' where authority_id = '%2$s';
                update post.entry set case_id = '%1$s', case_number = '%3$s'
                where id = '%4$s';
                insert into desk.draft (authority_id, account_id, key, fields, saved_at)
                select '%2$s', id, 'reply-%1$s', '{"text":"Beste"}', now() from access.account limit 1;
                update cases.case_file set status = 'CLOSED', closed_at = '2010-01-01', closed_by = 'x',
                    result_code = 'answered', retention_action = 'DESTROY', retention_until = '2015-01-01'
                where id = '%1$s';
                """
                        .formatted(
                                doomed.id(),
                                authority(),
                                doomed.number().display(),
                                planted.open().ids().get("entry")));
    }

    @Test
    void nothingButTheStubTheLogAndTheRegisterIsLeft() {
        Caller first = towns.person(planted.here(), StandardRole.ARCHIVIST);
        Caller second = towns.person(planted.here(), StandardRole.ARCHIVIST);
        UUID list = Callers.as(first, () -> lists.propose(10));
        Callers.run(second, () -> lists.approve(list));

        jobs.stream().filter(job -> job.name().equals("destruction")).forEach(RecurringJob::run);

        ListedCase stub =
                Callers.as(first, () -> lists.items(list, 10)).stream()
                        .filter(item -> item.id().equals(doomed.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(stub.decision().state()).isEqualTo(ListedCase.State.DESTROYED);
        assertThat(stub.decision().contents())
                .contains("case 1", "task", "mail 1", "contact 1", "dispatch 1", "document 1")
                .contains("form", "draft 1", "line", "entry 1");
        assertThat(where(doomed.id().toString())).isSubsetOf("audit.event", "records.item");
        assertThat(where(doomed.number().display()))
                .isSubsetOf("audit.event", "records.item", "post.entry");
        assertThat(where("stuk " + planted.open().ids().get("document"))).isEmpty();
        assertThat(
                        owner.column(
                                "select subject || body_text || from_name from mail.message where destroyed_at is not null and authority_id = '%s'"
                                        .formatted(authority())))
                .containsOnly("");
    }

    @Test
    void whatBelongsToOtherCasesOfTheCustomerStays() {
        String before = rows(planted.secret().file());
        Caller first = towns.person(planted.here(), StandardRole.ARCHIVIST);
        Caller second = towns.person(planted.here(), StandardRole.ARCHIVIST);
        UUID list = Callers.as(first, () -> lists.propose(10));
        Callers.run(second, () -> lists.approve(list));

        jobs.stream().filter(job -> job.name().equals("destruction")).forEach(RecurringJob::run);

        assertThat(rows(planted.secret().file())).isEqualTo(before);
        assertThat(
                        owner.column(
                                "select name from party.profile where id = '%s'"
                                        .formatted(planted.party())))
                .isNotEmpty();
    }

    private UUID authority() {
        return planted.here().authority().id().value();
    }

    /** All that names another case, in whatever table. */
    private String rows(CaseFile other) {
        return where(other.id().toString()).stream()
                .filter(table -> !table.startsWith("audit."))
                .sorted()
                .map(table ->
                        table
                                + owner.column(
                                        "select md5(string_agg(t::text, ',' order by t::text)) from %s t where t::text like '%%%s%%'"
                                                .formatted(table, other.id())))
                .collect(Collectors.joining("\n"));
    }

    private List<String> where(String text) {
        return owner
                .column(
                        "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid ="
                                + " c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog',"
                                + " 'information_schema', 'migration')")
                .stream()
                .filter(table ->
                        !owner.column(
                                        "select 1 from %s t where t::text like '%%%s%%' and t::text like '%%%s%%' limit 1"
                                                .formatted(table, text, authority()))
                                .isEmpty())
                .collect(Collectors.toList());
    }
}
