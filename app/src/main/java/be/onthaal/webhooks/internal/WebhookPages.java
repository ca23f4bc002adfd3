// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Brussels;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.web.Pages;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.NewSubscription;
import be.onthaal.webhooks.SigningSecret;
import be.onthaal.webhooks.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Having programs elsewhere told, and seeing whether they were. */
@Controller
class WebhookPages {

    static final String HOME = "/beheer/webhooks";
    private static final int SHOWN = 100;

    private final Webhooks webhooks;
    private final Pages pages;

    WebhookPages(Webhooks webhooks, Pages pages) {
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @GetMapping(HOME)
    View list() {
        return pages.page(
                "webhooks/list", during(() -> new SubscriptionsPage(webhooks.list(), own())));
    }

    /** The page that shows the secret is the answer itself, so that no address leads to it. */
    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME)
    View subscribe(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        NewSubscription asked = asked(sent);
        return issued(during(() -> webhooks.subscribe(asked)), response);
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @GetMapping(HOME + "/{id}")
    View look(@PathVariable UUID id, @RequestParam(defaultValue = "") String stand) {
        return page(id, state(stand), Optional.empty());
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}")
    View change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        NewSubscription asked = asked(sent);
        return done(id, "webhooks-changed", () -> webhooks.change(id, asked));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/geheim")
    View rotate(@PathVariable UUID id, HttpServletResponse response) {
        return issued(during(() -> webhooks.rotate(id)), response);
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/pauze")
    View pause(@PathVariable UUID id) {
        return done(id, "webhooks-paused", () -> webhooks.pause(id));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/verder")
    View resume(@PathVariable UUID id) {
        return done(id, "webhooks-resumed", () -> webhooks.resume(id));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/proef")
    View test(@PathVariable UUID id) {
        return done(id, "webhooks-tested", () -> webhooks.test(id));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/opnieuw")
    View againSince(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Instant since = moment(text(sent, "since"));
        boolean onlyDead = !"all".equals(sent.getFirst("which"));
        return done(id, "webhooks-again", () -> webhooks.againSince(id, since, onlyDead));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/einde")
    View end(@PathVariable UUID id) {
        during(() -> {
            webhooks.end(id);
            return id;
        });
        return pages.to(HOME + "?gedaan=webhooks-ended");
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @PostMapping(HOME + "/{id}/zendingen/{delivery}")
    View again(@PathVariable UUID id, @PathVariable UUID delivery) {
        return done(id, "webhooks-again", () -> webhooks.again(delivery));
    }

    private View issued(Webhooks.Issued issued, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return page(issued.subscription().id(), Optional.empty(), Optional.of(issued.secret()));
    }

    private View page(UUID id, Optional<Delivery.State> state, Optional<SigningSecret> issued) {
        return pages.page(
                "webhooks/subscription",
                during(() ->
                        new SubscriptionPage(
                                webhooks.get(id),
                                state,
                                webhooks.deliveries(id, state, SHOWN),
                                issued,
                                own())));
    }

    private View done(UUID id, String what, Runnable work) {
        during(() -> {
            work.run();
            return id;
        });
        return pages.to(HOME + "/" + id + "?gedaan=" + what);
    }

    private static Confidentiality own() {
        return Callers.current().rights().clearance();
    }

    private static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.ADMINISTRATION), work);
    }

    private static NewSubscription asked(MultiValueMap<String, String> sent) {
        Set<EventKind> kinds =
                sent.getOrDefault("event", List.of()).stream()
                        .flatMap(code -> EventKind.ofCode(code).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new NewSubscription(
                text(sent, "name"), text(sent, "address"), kinds, clearance(text(sent, "level")));
    }

    private static Confidentiality clearance(String name) {
        return Stream.of(Confidentiality.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(Confidentiality.INTERNAL);
    }

    private static Optional<Delivery.State> state(String name) {
        return Stream.of(Delivery.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, 2_000, "webhooks.text-long");
    }

    private static Instant moment(String text) {
        try {
            return Brussels.instant(LocalDateTime.parse(text));
        } catch (DateTimeException nonsense) {
            throw new Refused("webhooks.moment");
        }
    }
}
