// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.records.DestructionList;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.ListedCase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Destruction lists and what stays of cases that are gone; to read only. */
@RestController
@Tag(name = "records")
class RecordsApi {

    private static final int LISTS = 100;
    private static final int CASES = 10_000;

    private final DestructionLists lists;
    private final Answers answers;

    RecordsApi(DestructionLists lists, Answers answers) {
        this.lists = lists;
        this.answers = answers;
    }

    /** A destruction list. */
    record ListItem(
            UUID id,
            int number,
            DestructionList.State state,
            LocalDate dueUntil,
            int cases,
            int samplePercent,
            String sampleSeed,
            String snapshot,
            Instant madeAt,
            Optional<Instant> approvedAt,
            Optional<Instant> endedAt) {

        static ListItem of(DestructionList list) {
            return new ListItem(
                    list.id(),
                    list.number(),
                    list.state(),
                    list.dueUntil(),
                    list.items(),
                    list.sample().percent(),
                    list.sample().seed(),
                    list.snapshot(),
                    list.made().at(),
                    list.approved().map(DestructionList.Signed::at),
                    list.ended());
        }
    }

    /** A case on a list; once destroyed, all that stays of it. */
    record ListedItem(
            String number,
            String caseType,
            LocalDate openedOn,
            LocalDate closedOn,
            String result,
            LocalDate keptUntil,
            ListedCase.State state,
            Optional<Instant> decidedAt,
            Optional<String> digest) {

        static ListedItem of(ListedCase one) {
            return new ListedItem(
                    one.number(),
                    one.kind().typeCode(),
                    one.dates().openedOn(),
                    one.dates().closedOn(),
                    one.rule().resultCode(),
                    one.rule().keepUntil(),
                    one.decision().state(),
                    one.decision().at(),
                    Optional.of(one.decision().digest()).filter(digest -> !digest.isEmpty()));
        }
    }

    /** A list with the cases on it that the caller may see. */
    record WholeList(ListItem list, List<ListedItem> items) {}

    @Requires(Permission.RECORDS_REVIEW)
    @Operation(
            operationId = "listDestructionLists",
            summary = "Vernietigingslijsten",
            description = "The newest hundred")
    @GetMapping("/api/records/lists")
    Listed<ListItem> lists() {
        return new Listed<>(
                lists.list(LISTS).stream().map(one -> ListItem.of(one.list())).toList());
    }

    @Requires(Permission.RECORDS_REVIEW)
    @Operation(
            operationId = "getDestructionList",
            summary = "Lees een vernietigingslijst",
            description = "With its cases, those the caller may see; no customer and no subject")
    @GetMapping("/api/records/lists/{id}")
    ResponseEntity<WholeList> list(@PathVariable UUID id) {
        return answers.one(
                new WholeList(
                        ListItem.of(lists.get(id).list()),
                        lists.items(id, CASES).stream().map(ListedItem::of).toList()));
    }
}
