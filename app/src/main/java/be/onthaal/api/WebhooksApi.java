// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.webhooks.Delivery;
import be.onthaal.webhooks.EventKind;
import be.onthaal.webhooks.Subscription;
import be.onthaal.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of programs to events (Standard Webhooks 1.0), and what became of deliveries. */
@RestController
@Tag(name = "webhooks")
class WebhooksApi {

    private static final int MOST = 100;

    private final Webhooks webhooks;
    private final Answers answers;

    WebhooksApi(Webhooks webhooks, Answers answers) {
        this.webhooks = webhooks;
        this.answers = answers;
    }

    /** A subscription, without its secret. */
    record WebhookItem(
            UUID id,
            String name,
            String address,
            List<String> kinds,
            Confidentiality clearance,
            Subscription.State state,
            Optional<Instant> failingSince) {

        static WebhookItem of(Subscription one) {
            return new WebhookItem(
                    one.id(),
                    one.wish().name(),
                    one.wish().address().toString(),
                    one.wish().kinds().stream().map(EventKind::code).sorted().toList(),
                    one.wish().clearance(),
                    one.state(),
                    one.health().failingSince());
        }
    }

    /** One event for a subscription. */
    record DeliveryItem(
            UUID id,
            UUID event,
            String kind,
            Optional<String> number,
            Instant happenedAt,
            Delivery.State state,
            int attempts,
            Optional<Integer> status,
            Optional<String> problem) {

        static DeliveryItem of(Delivery one) {
            return new DeliveryItem(
                    one.id(),
                    one.event(),
                    one.kind().code(),
                    Optional.of(one.number()).filter(number -> !number.isEmpty()),
                    one.happenedAt(),
                    one.state(),
                    one.tried().attempts(),
                    one.tried().status(),
                    one.tried().problem());
        }
    }

    /** A secret, told once. */
    record SecretItem(UUID webhook, String secret) {}

    /** Since when events are sent again: all of them, or what did not arrive. */
    record ReplayBody(Instant since, Optional<Boolean> all) {}

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "listWebhooks",
            summary = "Webhooks",
            description = "The subscriptions that have not ended")
    @GetMapping("/api/webhooks")
    Listed<WebhookItem> list() {
        return new Listed<>(
                webhooks.list().stream()
                        .map(standing -> WebhookItem.of(standing.subscription()))
                        .toList());
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "getWebhook",
            summary = "Lees een webhook",
            description = "Its secret is never told again")
    @GetMapping("/api/webhooks/{id}")
    ResponseEntity<WebhookItem> get(@PathVariable UUID id) {
        return answers.one(WebhookItem.of(webhooks.get(id).subscription()));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "createWebhook",
            summary = "Maak een webhook",
            description = "Ask its secret after: POST /api/webhooks/{id}/secret")
    @PostMapping("/api/webhooks")
    ResponseEntity<Done> subscribe(
            HttpServletRequest request, @RequestBody NewWebhookBody webhook) {
        return answers.made(
                request,
                webhook,
                "/api/webhooks/",
                () -> Done.of(webhooks.subscribe(webhook.read()).subscription().id()));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Geef een webhook een nieuw geheim",
            description = "Told once, whatever the key; the one before it signs too for a day")
    @PostMapping("/api/webhooks/{id}/secret")
    ResponseEntity<SecretItem> rotate(@PathVariable UUID id) {
        Webhooks.Issued issued = webhooks.rotate(id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SecretItem(id, issued.secret().value()));
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Berichten van een webhook",
            description = "The newest hundred, with what became of them")
    @GetMapping("/api/webhooks/{id}/deliveries")
    Listed<DeliveryItem> deliveries(@PathVariable UUID id) {
        return new Listed<>(
                webhooks.deliveries(id, Optional.empty(), MOST).stream()
                        .map(DeliveryItem::of)
                        .toList());
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "replayWebhook",
            summary = "Stuur berichten van een webhook opnieuw",
            description = "Since a moment, under the ids they had: what did not arrive, or all")
    @PostMapping("/api/webhooks/{id}/replay")
    ResponseEntity<Done> replay(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReplayBody which) {
        return answers.changed(
                request,
                which,
                asked -> {
                    webhooks.againSince(id, which.since(), !which.all().orElse(false));
                    return Done.of(id);
                });
    }

    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "endWebhook",
            summary = "Beëindig een webhook",
            description = "What was not sent is not sent any more")
    @PostMapping("/api/webhooks/{id}/end")
    ResponseEntity<Done> end(HttpServletRequest request, @PathVariable UUID id) {
        return answers.changed(
                request,
                "",
                asked -> {
                    webhooks.end(id);
                    return Done.of(id);
                });
    }
}
