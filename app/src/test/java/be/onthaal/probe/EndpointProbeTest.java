// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.access.Sessions;
import be.onthaal.common.Token;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler of the started application, asked by everybody, with the ids of a canary. */
@OnthaalTest
@Import({ProbeTown.class, ProbeTown.Work.class, ProbeMail.class, PostOffice.class})
class EndpointProbeTest {

    /** What anybody on the internet may ask; a new one is looked at before it joins this list. */
    private static final Set<String> REVIEWED =
            Set.of(
                    "GET /aanmelden",
                    "POST /aanmelden",
                    "POST /aanmelden/demo",
                    "GET /aanmelden/code",
                    "POST /aanmelden/code",
                    "GET /aanmelden/toegang",
                    "GET /aanmelden/toegang/terug",
                    "GET /uitnodiging/{token}",
                    "POST /uitnodiging/{token}",
                    "POST /afmelden",
                    "POST /voorkeuren",
                    "GET /vraag/{slug}",
                    "POST /vraag/{slug}",
                    "GET /volg/{secret}",
                    "GET /mijn/{slug}",
                    "GET /mijn/{slug}/aanmelden",
                    "GET /aanmelden/mijn/terug",
                    "POST /mijn/{slug}/toestemming",
                    "POST /mijn/{slug}/voorkeur",
                    "POST /mijn/{slug}/afmelden",
                    "GET /mijn/{slug}/overzicht/pdf",
                    "GET /mijn/{slug}/overzicht/json",
                    "GET /webdav/{token}/**",
                    "OPTIONS /webdav/{token}/**",
                    "GET /api/me",
                    "GET /api/problems",
                    "GET /error");

    /** Handlers of the frameworks that are reachable, each for a reason. */
    private static final Set<String> FRAMEWORK =
            Set.of("GET /api/openapi", "GET /api/openapi.yaml");

    /** Answers the same whether the id exists or not, since it only touches what is one's own. */
    private static final Set<String> HARMLESS = Set.of("POST /weergaven/{id}/weg");

    private static final String QUERY =
            "?q=Kanarie&view=ALL_OPEN&sort=DUE_FIRST&revision=-1&topics=cases";

    private static final Map<String, String> JSON =
            Map.of(
                    "Content-Type", "application/json",
                    "Sec-Fetch-Site", "same-origin",
                    "If-Match", "\"0\"");

    /** Everything that pages of other authorities and units could change, as it is now. */
    private static final List<String> STATE =
            List.of(
                    "cases.case_file",
                    "cases.task",
                    "cases.note",
                    "documents.document",
                    "documents.version",
                    "documents.link",
                    "webdav.edit_address",
                    "post.entry",
                    "mail.message",
                    "portal.submission",
                    "decisions.decision_table",
                    "routing.rule",
                    "organisation.unit",
                    "organisation.employee",
                    "organisation.role_grant",
                    "access.provider_identity",
                    "access.machine_token",
                    "records.hold",
                    "records.destruction_list",
                    "records.item",
                    "webhooks.subscription",
                    "webhooks.delivery",
                    "party.relation");

    /** Whoever asked for it gets it and nobody else, whatever his rights. */
    private static final Set<String> FOR_ONE_ALONE = Set.of("GET /beheer/verhuizing/uitvoer/{id}");

    @Autowired ProbeTown probeTown;
    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired MachineTokens tokens;
    @Autowired AsOwner owner;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<String> wrong = new ArrayList<>();
    private LogWatch log;
    private ProbeTown.Planted planted;
    private List<Endpoint> endpoints;
    private Map<String, String> ids;

    @BeforeEach
    void plant() {
        log = new LogWatch();
        planted = probeTown.plant(port);
        ids = planted.open().ids();
        machine("a program to send away", planted.here(), Set.of());
        Callers.as(planted.here().administrator(), tokens::list)
                .forEach(program -> ids.put("token", program.id().toString()));
        endpoints = Endpoint.all(mapping).stream().filter(Endpoint::ours).toList();
    }

    @AfterEach
    void nothingOfThisIsInTheLog() {
        log.close();
        assertThat(log.leaks()).isEmpty();
    }

    @Test
    void everyHandlerCanBeAskedAndWhatIsOpenToAllWasReviewed() {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.path(ids).isEmpty()) {
                wrong.add(
                        "The probe does not know what stands in the address of %s; tell Endpoint"
                                .formatted(endpoint));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(endpoints).hasSizeGreaterThan(60);
        assertThat(names(endpoints.stream().filter(Endpoint::open))).isEqualTo(sorted(REVIEWED));
        assertThat(names(Endpoint.all(mapping).stream().filter(other -> !other.ours())))
                .isEqualTo(sorted(FRAMEWORK));
    }

    @Test
    void whoIsNobodyIsAskedToSignIn() {
        Browser nobody = Browser.of(port);
        for (Endpoint endpoint : endpoints) {
            Browser.Answer answer = ask(nobody, endpoint, ids, full(planted.here(), ids));
            boolean asked =
                    answer.status() == 401
                            || (answer.status() == 302
                                    && answer.location().startsWith("/aanmelden"));
            check(endpoint.open() || asked, "nobody", endpoint, answer, "is not asked to sign in");
            check(answer.status() < 500, "nobody", endpoint, answer, "breaks it");
            check(!leaks(answer), "nobody", endpoint, answer, "reads the canary");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoLacksTheRightIsRefused() {
        List<Asker> askers = new ArrayList<>(colleagues());
        askers.add(machine("a powerless program", planted.here(), Set.of()));
        String before = state();
        for (Asker asker : askers) {
            for (Endpoint endpoint : closed()) {
                if (!asker.may(endpoint) && asker.reaches(endpoint)) {
                    Browser.Answer answer =
                            ask(asker.browser(endpoint), endpoint, ids, full(planted.here(), ids));
                    check(answer.status() == 403, asker, endpoint, answer, "is not refused");
                    check(!leaks(answer), asker, endpoint, answer, "reads the canary");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aProgramHasTheApiAndNoPages() {
        Asker program = machine("a program", planted.here(), Set.of(Permission.values()));
        for (Endpoint endpoint : closed()) {
            if (!program.reaches(endpoint)) {
                Browser.Answer answer = ask(program.browser(endpoint), endpoint, ids, Map.of());
                boolean sentAway = answer.location().startsWith("/aanmelden");
                check(sentAway, program, endpoint, answer, "reaches a page");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherAuthorityLearnsAndChangesNothing() {
        TestAuthority ocmw = planted.town().ocmw();
        TestAuthority elsewhere = towns.found().municipality();
        List<Asker> askers =
                List.of(
                        mighty("the mightiest of the OCMW", ocmw),
                        mighty("the mightiest of another town", elsewhere),
                        machine("a program of the OCMW", ocmw, Set.of(Permission.values())));
        String before = state();
        for (Asker asker : askers) {
            for (Endpoint endpoint : closed()) {
                if (!asker.reaches(endpoint)) {
                    continue;
                }
                Browser.Answer answer =
                        ask(asker.browser(endpoint), endpoint, ids, full(planted.here(), ids));
                boolean unknown = answer.status() == 404 || answer.status() == 403;
                boolean refused =
                        endpoint.reads() ? unknown : answer.status() >= 400 || harmless(endpoint);
                check(
                        !endpoint.namesSomething() || refused,
                        asker,
                        endpoint,
                        answer,
                        "is not told that there is no such thing");
                check(answer.status() < 500, asker, endpoint, answer, "breaks it");
                check(!leaks(answer), asker, endpoint, answer, "reads the canary");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatIsSecretToAUnitStaysThere() {
        Map<String, String> secret = new HashMap<>(ids);
        secret.putAll(planted.secret().ids());
        List<Asker> askers = colleagues();
        String before = state();
        for (Asker asker : askers) {
            for (Endpoint endpoint : closed()) {
                boolean named = !endpoint.path(secret).equals(endpoint.path(ids));
                if (asker.may(endpoint) && (named || endpoint.looks())) {
                    Browser.Answer answer =
                            ask(
                                    asker.browser(endpoint),
                                    endpoint,
                                    secret,
                                    full(planted.here(), secret));
                    boolean unknown =
                            answer.status() == 404
                                    || answer.status() == 403
                                    || (!endpoint.reads() && answer.status() >= 400)
                                    || harmless(endpoint)
                                    || administers(endpoint);
                    check(!named || unknown, asker, endpoint, answer, "reaches a secret file");
                    check(
                            !answer.body().contains(Canary.SECRET),
                            asker,
                            endpoint,
                            answer,
                            "reads what is secret");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whoMayLookSeesItAndIsLogged() {
        Set<String> holding = new TreeSet<>();
        List<Asker> askers = new ArrayList<>(colleagues());
        askers.add(machine("a trusted program", planted.here(), Set.of(Permission.values())));
        for (Asker asker : askers) {
            for (Endpoint endpoint : closed().stream().filter(Endpoint::looks).toList()) {
                boolean forAnother = FOR_ONE_ALONE.contains(endpoint.toString());
                if (asker.may(endpoint) && asker.reaches(endpoint) && !forAnother) {
                    Instant start = clock.instant();
                    Browser.Answer answer =
                            ask(asker.browser(endpoint), endpoint, ids, full(planted.here(), ids));
                    check(answer.status() == 200, asker, endpoint, answer, "does not see it");
                    if (Canary.shows(answer.body())) {
                        holding.add(endpoint.toString());
                        boolean logged = logged(asker, start);
                        check(logged, asker, endpoint, answer, "sees somebody without a log line");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(holding)
                .contains(
                        "GET /api/cases",
                        "GET /api/cases/{id}",
                        "GET /api/messages/{id}",
                        "GET /api/parties",
                        "GET /api/parties/{id}",
                        "GET /api/post",
                        "GET /api/post/{id}",
                        "GET /contact/nieuw",
                        "GET /klanten",
                        "GET /klanten/{id}",
                        "GET /klanten/{id}/samenvoegen",
                        "GET /post/{id}",
                        "GET /post/{id}/inhoud",
                        "GET /postvak",
                        "GET /samenvoegingen/{id}",
                        "GET /zaken",
                        "GET /zaken/{id}",
                        "POST /zaken/uitvoer",
                        "POST /zaken/zoeken",
                        "POST /zoeken",
                        "POST /zoeken/voorstellen");
    }

    @Test
    void noFormHoweverBrokenBreaksIt() {
        Map<String, String> whole = full(planted.here(), ids);
        Map<String, String> garbage = new HashMap<>();
        whole.keySet().forEach(field -> garbage.put(field, "\u0000%<script>\ud83d\ude00';--"));
        List<Asker> askers =
                List.of(
                        mighty("the mightiest", planted.here()),
                        colleague(StandardRole.COORDINATOR));
        for (Asker asker : askers) {
            for (Endpoint endpoint : changing()) {
                for (Map<String, String> form : List.of(Map.<String, String>of(), garbage, whole)) {
                    if (asker.may(endpoint)) {
                        Instant start = clock.instant();
                        Browser.Answer answer = ask(asker.browser(endpoint), endpoint, ids, form);
                        check(answer.status() < 500, asker, endpoint, answer, "breaks it");
                        check(
                                !Canary.shows(answer.body()) || logged(asker, start),
                                asker,
                                endpoint,
                                answer,
                                "sees somebody without a log line");
                    }
                }
            }
        }
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::open).toList()) {
            for (Map<String, String> form : List.of(Map.<String, String>of(), garbage)) {
                Browser.Answer answer = ask(Browser.of(port), endpoint, ids, form);
                check(answer.status() < 500, "nobody", endpoint, answer, "breaks it");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The handlers that somebody must be signed in for. */
    private List<Endpoint> closed() {
        return endpoints.stream().filter(endpoint -> !endpoint.open()).toList();
    }

    private List<Endpoint> changing() {
        return closed().stream().filter(endpoint -> !endpoint.reads()).toList();
    }

    private Browser.Answer ask(
            Browser browser,
            Endpoint endpoint,
            Map<String, String> with,
            Map<String, String> form) {
        String path = endpoint.path(with).orElseThrow();
        if (endpoint.stream()) {
            return browser.peek(path + QUERY);
        }
        if (endpoint.reads()) {
            return browser.get(path + QUERY + "&klant=" + with.get("party"));
        }
        return endpoint.json()
                ? browser.send("POST", path, JSON, json(endpoint, with, form))
                : browser.post(path, form);
    }

    /** Empty where the form is, broken where the form is, and whole where it is whole. */
    private static byte[] json(
            Endpoint endpoint, Map<String, String> with, Map<String, String> form) {
        String body = form.isEmpty() ? "{}" : ProbeBody.of(endpoint.handler(), with);
        boolean garbage = form.getOrDefault("name", "").startsWith("\u0000");
        String sent = garbage ? body.replace("Iets", "\u0000").replace("}", "") : body;
        return sent.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> full(TestAuthority where, Map<String, String> with) {
        return ProbeForm.whole(planted, where, with);
    }

    private List<Asker> colleagues() {
        return Stream.of(StandardRole.values()).map(this::colleague).toList();
    }

    private Asker colleague(StandardRole role) {
        return employee(role.name(), planted.here(), towns.person(planted.here(), role));
    }

    private Asker mighty(String name, TestAuthority where) {
        return employee(name, where, probeTown.mighty(where));
    }

    private Asker employee(String name, TestAuthority where, Caller caller) {
        var id = new EmployeeId(caller.employee().orElseThrow());
        String login =
                Callers.as(where.administrator(), () -> employees.get(id).email().normalised());
        return new Asker(
                name,
                caller.actor(),
                caller.rights().permissions(),
                true,
                Browser.signedIn(port, sessions, login),
                () -> Browser.signedIn(port, sessions, login));
    }

    private Asker machine(String name, TestAuthority where, Set<Permission> rights) {
        Token token =
                Callers.as(
                        where.administrator(),
                        () -> tokens.issue(name, rights, Duration.ofHours(1)));
        UUID actor =
                Callers.as(Caller.signingIn(), () -> tokens.resume(token)).orElseThrow().actor();
        Browser browser = Browser.machine(port, token);
        return new Asker(name, actor, rights, false, browser, () -> browser);
    }

    private boolean logged(Asker asker, Instant since) {
        return !owner.column(
                        "select id from audit.event where parties @> array['%s'::uuid] and actor = '%s'"
                                        .formatted(planted.party(), asker.actor())
                                + " and at >= '%s' limit 1".formatted(since))
                .isEmpty();
    }

    private String state() {
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
                                "select value from party.contact_point where party_id = '%s' order by 1"
                                        .formatted(planted.party())))
                .toString();
    }

    private void check(
            boolean right, Object asker, Endpoint endpoint, Browser.Answer answer, String what) {
        if (!right) {
            wrong.add(asker + " " + what + ": " + endpoint + " -> " + answer.status());
        }
    }

    private static boolean leaks(Browser.Answer answer) {
        return Canary.isRead(answer.body()) || Canary.isRead(answer.headers().toString());
    }

    private static boolean harmless(Endpoint endpoint) {
        return HARMLESS.contains(endpoint.toString());
    }

    /** Sendings and effects are kept in order by whoever administers, unread. */
    private static boolean administers(Endpoint endpoint) {
        return endpoint.pattern().startsWith("/beheer/");
    }

    private static Set<String> names(Stream<Endpoint> some) {
        return some.map(Endpoint::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }
}
