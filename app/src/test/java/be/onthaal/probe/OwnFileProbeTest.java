// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every handler that changes a customer or a case, as the very person whose file it is, with
 * every right there is: none of them lets him through.
 */
@OnthaalTest
@Import({ProbeTown.class, ProbeTown.Work.class, ProbeMail.class, PostOffice.class})
class OwnFileProbeTest {

    private static final List<String> FILES =
            List.of(
                    "/klanten/{id}",
                    "/samenvoegingen/{id}",
                    "/zaken/{id}",
                    "/documenten/{id}",
                    "/contact/nieuw",
                    "/post/{id}",
                    "/post/scans/{id}",
                    "/post/inschrijven");

    private static final List<String> STATE =
            List.of(
                    "party.relation",
                    "party.consent",
                    "party.safety_flag",
                    "party.preference",
                    "party.merging",
                    "cases.case_file",
                    "cases.task",
                    "cases.note",
                    "documents.document",
                    "documents.version",
                    "documents.link",
                    "contact.moment",
                    "post.entry",
                    "scanning.piece",
                    "scanning.sheet");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired ProbeTown probeTown;
    @Autowired OwnFileLinks links;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    @Test
    void noHandlerLetsSomebodyHandleHisOwnFile() {
        ProbeTown.Planted planted = probeTown.plant(port);
        Caller himself = probeTown.mighty(planted.here());
        UUID employee = himself.employee().orElseThrow();
        Callers.run(planted.here().administrator(), () -> links.link(employee, planted.party()));
        Browser browser = signedIn(planted, employee);
        String before = state(planted);
        Set<String> through = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        Map<String, String> ids = planted.open().ids();
        Map<String, String> form = ProbeForm.whole(planted, planted.here(), ids);
        form.put("number", "80.01.01-001.07");

        for (Endpoint endpoint : Endpoint.all(mapping)) {
            if (FILES.stream().anyMatch(endpoint.pattern()::startsWith) && !endpoint.reads()) {
                Browser.Answer answer = browser.post(endpoint.path(ids).orElseThrow(), form);
                asked.add(endpoint.toString());
                if (!answer.body().contains("eigen dossier")) {
                    through.add(endpoint + " -> " + answer.status());
                }
            }
        }

        assertThat(through).isEmpty();
        assertThat(asked)
                .hasSizeGreaterThan(25)
                .contains(
                        "POST /klanten/{id}/relaties",
                        "POST /samenvoegingen/{id}/terug",
                        "POST /zaken/{id}/sluit",
                        "POST /zaken/{id}/antwoord",
                        "POST /contact/nieuw",
                        "POST /post/{id}/annuleer",
                        "POST /post/inschrijven");
        assertThat(state(planted)).isEqualTo(before);
        assertThat(browser.get("/klanten/" + planted.party()).body()).contains("eigen dossier");
        assertThat(browser.get("/zaken/" + ids.get("case")).body()).contains("eigen dossier");
    }

    private Browser signedIn(ProbeTown.Planted planted, UUID employee) {
        String login =
                Callers.as(
                        planted.here().administrator(),
                        () -> employees.get(new EmployeeId(employee)).email().normalised());
        return Browser.signedIn(port, sessions, login);
    }

    private String state(ProbeTown.Planted planted) {
        var state = new StringBuilder();
        for (String table : STATE) {
            state.append(table)
                    .append(
                            owner.column(
                                    "select md5(string_agg(t::text, ',' order by t::text)) from %s t where authority_id = '%s'"
                                            .formatted(table, planted.here().authority().id())));
        }
        return state.append(
                        owner.column(
                                "select md5(string_agg(t::text, ',' order by t::text)) from party.detail t where party_id = '%s'"
                                        .formatted(planted.party())))
                .append(
                        owner.column(
                                "select md5(string_agg(t::text, ',' order by t::text)) from party.contact_point t where party_id = '%s'"
                                        .formatted(planted.party())))
                .toString();
    }
}
