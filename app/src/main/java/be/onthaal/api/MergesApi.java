// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.party.Assigning;
import be.onthaal.party.MergeId;
import be.onthaal.party.Merges;
import be.onthaal.party.PartyId;
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

/** Customers who are one, and two again. */
@RestController
@Tag(name = "parties")
class MergesApi {

    private static final String PLACE = "/api/merges/";

    private final Merges merges;
    private final Assigning assigning;
    private final Answers answers;

    MergesApi(Merges merges, Assigning assigning, Answers answers) {
        this.merges = merges;
        this.assigning = assigning;
        this.answers = answers;
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "mergeParties",
            summary = "Voeg twee klanten samen",
            description =
                    "Or proposes it, where another authority of the group knows one of them;"
                            + " nothing is rewritten and it can be undone")
    @PostMapping("/api/merges")
    ResponseEntity<Done> merge(HttpServletRequest request, @RequestBody NewMergeBody merge) {
        return answers.made(
                request,
                merge,
                PLACE,
                () ->
                        Done.of(
                                merges.merge(
                                                new PartyId(merge.kept()),
                                                new PartyId(merge.gone()),
                                                merge.reason())
                                        .id()
                                        .value()));
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getItemsOfMerge",
            summary = "Lees wat erbij kwam terwijl twee klanten één waren",
            description =
                    "Of a merge that was taken back; each is kept with one of both, who are consulted")
    @GetMapping("/api/merges/{id}/items")
    Listed<CustomerItemBody> items(@PathVariable UUID id) {
        return new Listed<>(
                assigning.consult(new MergeId(id)).stream().map(CustomerItemBody::of).toList());
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "assignItemsOfMerge",
            summary = "Wijs toe wat erbij kwam",
            description = "What is his already stays; the others go to him")
    @PostMapping("/api/merges/{id}/assign")
    ResponseEntity<Done> assign(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody AssignItemsBody whose) {
        return answers.changed(
                request,
                whose,
                asked -> {
                    assigning.assign(new MergeId(id), whose.refs(), new PartyId(whose.to()));
                    return Done.of(id);
                });
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "sayNeverSame",
            summary = "Onthoud dat twee klanten nooit dezelfde zijn",
            description = "They are not proposed again, and not merged until it is taken back")
    @PostMapping("/api/never-same")
    ResponseEntity<Done> neverSame(HttpServletRequest request, @RequestBody NeverSameBody said) {
        return answers.changed(
                request,
                said,
                asked -> {
                    merges.neverSame(
                            new PartyId(said.one()), new PartyId(said.other()), said.reason());
                    return Done.of(said.one());
                });
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "takeBackNeverSame",
            summary = "Neem terug dat twee klanten nooit dezelfde zijn",
            description = "They may be proposed and merged again")
    @PostMapping("/api/never-same/take-back")
    ResponseEntity<Done> takeBack(HttpServletRequest request, @RequestBody NeverSameBody said) {
        return answers.changed(
                request,
                said,
                asked -> {
                    merges.takeBackNeverSame(
                            new PartyId(said.one()), new PartyId(said.other()), said.reason());
                    return Done.of(said.one());
                });
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getMerge",
            summary = "Lees een samenvoeging",
            description = "Names nobody but the colleagues who decided")
    @GetMapping("/api/merges/{id}")
    ResponseEntity<MergeBody> get(@PathVariable UUID id) {
        return answers.one(MergeBody.of(merges.get(new MergeId(id))));
    }

    @Requires(Permission.PARTY_EDIT)
    @Operation(
            operationId = "undoMerge",
            summary = "Maak een samenvoeging ongedaan",
            description = "Both customers are themselves again, with all that each of them had")
    @PostMapping("/api/merges/{id}/undo")
    ResponseEntity<Done> undo(
            HttpServletRequest request, @PathVariable UUID id, @RequestBody ReasonBody why) {
        return answers.changed(
                request,
                why,
                asked -> Done.of(merges.undo(new MergeId(id), why.reason()).id().value()));
    }
}
