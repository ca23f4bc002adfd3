// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.party.Consents;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers. */
@RestController
@Tag(name = "parties")
class PartiesApi {

    private static final String PLACE = "/api/parties/";
    private static final int MOST_FOUND = 100;

    private final Parties parties;
    private final Consents consents;
    private final Readings readings;
    private final Answers answers;

    PartiesApi(Parties parties, Consents consents, Readings readings, Answers answers) {
        this.parties = parties;
        this.consents = consents;
        this.readings = readings;
        this.answers = answers;
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "findParties",
            summary = "Zoek klanten",
            description = "The best matches; whoever is on the list is consulted")
    @GetMapping("/api/parties")
    Listed<PartyItem> find(@RequestParam String q, @RequestParam(defaultValue = "20") int size) {
        int most = Math.clamp(size, 1, MOST_FOUND);
        return new Listed<>(readings.customers(q, most).stream().map(PartyItem::of).toList());
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getParty",
            summary = "Lees een klant",
            description = "Opening a customer is logged as a consultation")
    @GetMapping("/api/parties/{id}")
    ResponseEntity<PartyBody> get(@PathVariable UUID id) {
        Party party = parties.consult(new PartyId(id));
        return party.id().value().equals(id)
                ? answers.one(PartyBody.of(party))
                : ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create(PLACE + party.id()))
                        .build();
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "stateDetail",
            summary = "Bewaar een gegeven van een klant",
            description = "What a register states is not typed over")
    @PostMapping("/api/parties/{id}/details")
    ResponseEntity<Done> state(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody NewDetailBody detail) {
        return answers.changed(
                request,
                detail,
                asked -> {
                    parties.state(
                            new PartyId(id), detail.kind(), detail.value(), "API", detail.since());
                    return Done.of(id);
                });
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "recordConsent",
            summary = "Noteer een toestemming of de intrekking ervan",
            description = "Only added to; the last word per purpose counts")
    @PostMapping("/api/parties/{id}/consents")
    ResponseEntity<Done> consent(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody NewConsentBody consent) {
        return answers.changed(
                request,
                consent,
                asked -> {
                    consents.record(new PartyId(id), consent.read());
                    return Done.of(id);
                });
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getPartyTimeline",
            summary = "Lees de tijdlijn van een klant",
            description = "What happened, newest first, as far as the caller may see it")
    @GetMapping("/api/parties/{id}/timeline")
    Listed<TimelineItem> story(@PathVariable UUID id) {
        return new Listed<>(
                readings.story(new PartyId(id)).stream().map(TimelineItem::of).toList());
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getPartyContacts",
            summary = "Lees de klantcontacten van een klant",
            description = "The last contact moments, newest first")
    @GetMapping("/api/parties/{id}/contacts")
    Listed<ContactItem> contacts(@PathVariable UUID id) {
        return new Listed<>(
                readings.contacts(new PartyId(id)).stream().map(ContactItem::of).toList());
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "createParty",
            summary = "Neem een klant op",
            description = "One whom the group knows by number or external key is met, not doubled")
    @PostMapping("/api/parties")
    ResponseEntity<Done> register(HttpServletRequest request, @RequestBody NewPartyBody party) {
        return answers.made(
                request, party, PLACE, () -> Done.of(parties.register(party.read()).value()));
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "addContactPoint",
            summary = "Voeg een contactgegeven toe",
            description = "Adds it, or makes one that was there the preferred one")
    @PostMapping("/api/parties/{id}/contact-points")
    ResponseEntity<Done> reachedBy(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody NewPointBody point) {
        return answers.changed(
                request,
                point,
                asked -> {
                    parties.addContactPoint(new PartyId(id), point.read());
                    return Done.of(id);
                });
    }
}
