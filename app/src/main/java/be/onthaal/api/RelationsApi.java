// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.party.PartyId;
import be.onthaal.party.RelationId;
import be.onthaal.party.Relations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to a customer, and who acts for him. */
@RestController
@Tag(name = "parties")
class RelationsApi {

    private final Relations relations;
    private final Readings readings;
    private final Answers answers;

    RelationsApi(Relations relations, Readings readings, Answers answers) {
        this.relations = relations;
        this.readings = readings;
        this.answers = answers;
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getPartyRelations",
            summary = "Lees de relaties van een klant",
            description =
                    "Household, parents, guardians, mandates and contact persons, those that ended"
                            + " included; the customer and the others are consulted")
    @GetMapping("/api/parties/{id}/relations")
    Listed<RelationItem> relations(@PathVariable UUID id) {
        return new Listed<>(
                readings.relations(new PartyId(id)).stream().map(RelationItem::of).toList());
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "stateRelation",
            summary = "Noteer een relatie van een klant",
            description =
                    "Says what the other is to the customer; a guardian and a mandate need proof,"
                            + " a contact person his function")
    @PostMapping("/api/parties/{id}/relations")
    ResponseEntity<Done> state(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody NewRelationBody body) {
        return answers.changed(
                request,
                body,
                asked -> Done.of(relations.state(body.read(new PartyId(id))).value()));
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "endRelation",
            summary = "Beëindig een relatie van een klant",
            description = "It stays in the history of both; what a register says is not ended")
    @PostMapping("/api/parties/{id}/relations/{relation}/end")
    ResponseEntity<Done> end(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID relation) {
        return answers.changed(
                request,
                "end " + relation,
                asked -> {
                    relations.end(new PartyId(id), new RelationId(relation));
                    return Done.of(relation);
                });
    }
}
