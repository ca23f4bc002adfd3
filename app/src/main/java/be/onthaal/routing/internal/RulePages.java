// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.routing.RoutingRules;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeping the rules: adding, changing, moving, switching off and taking away. */
@Controller
class RulePages {

    static final String HOME = "/beheer/routering";
    private static final String FORM = "routing/rule";

    private final RuleDesk desk;
    private final RoutingRules rules;
    private final Pages pages;

    RulePages(RuleDesk desk, RoutingRules rules, Pages pages) {
        this.desk = desk;
        this.rules = rules;
        this.pages = pages;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(HOME)
    View list() {
        return pages.page("routing/list", during(desk::list));
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(HOME + "/nieuw")
    View blank() {
        return pages.page(FORM, during(() -> desk.blank(TypedRule.EMPTY, Optional.empty())));
    }

    /** What is refused stays in the form, with what is wrong. */
    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/nieuw")
    View add(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        var fields = new SentFields(sent);
        TypedRule typed = TypedRule.read(fields);
        try {
            during(() -> rules.add(fields.revision(), typed.wish()));
            return done("routing-added");
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Message problem = problem(refused);
            return pages.page(FORM, during(() -> desk.blank(typed, Optional.of(problem))));
        }
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(HOME + "/{id}")
    View show(@PathVariable UUID id) {
        return pages.page(FORM, during(() -> desk.show(id)));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}")
    View change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        var fields = new SentFields(sent);
        TypedRule typed = TypedRule.read(fields);
        try {
            return after("routing-kept", () -> rules.change(id, fields.revision(), typed.wish()));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Message problem = problem(refused);
            return pages.page(FORM, during(() -> desk.show(id, typed, problem)));
        }
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/hoger")
    View raise(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new SentFields(sent).revision();
        return after("routing-moved", () -> rules.move(id, revision, true));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/lager")
    View lower(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new SentFields(sent).revision();
        return after("routing-moved", () -> rules.move(id, revision, false));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/uit")
    View off(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new SentFields(sent).revision();
        return after("routing-off", () -> rules.activate(id, revision, false));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/aan")
    View on(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new SentFields(sent).revision();
        return after("routing-on", () -> rules.activate(id, revision, true));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(HOME + "/{id}/weg")
    View remove(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new SentFields(sent).revision();
        return after("routing-removed", () -> rules.remove(id, revision));
    }

    private View after(String what, Runnable work) {
        during(() -> {
            work.run();
            return what;
        });
        return done(what);
    }

    private View done(String what) {
        return pages.to(HOME + "?gedaan=" + what);
    }

    private static Message problem(OnthaalException refused) {
        return new Message("error." + refused.code(), refused.arguments());
    }

    static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }
}
