// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.EntryId;
import be.onthaal.post.PostHandling;
import be.onthaal.post.PostRegister;
import be.onthaal.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What is done with many entries at once. Each in a commit of its own: what a colleague did
 * meanwhile stops only that one.
 */
@Component
class PostBulk {

    private final PostRegister post;
    private final PostHandling handling;
    private final InboxDesk inbox;
    private final EntryDesk entries;

    PostBulk(PostRegister post, PostHandling handling, InboxDesk inbox, EntryDesk entries) {
        this.post = post;
        this.handling = handling;
        this.inbox = inbox;
        this.entries = entries;
    }

    /** Does it, and tells of each entry what became of it. */
    CasesPage.Bulk act(Fields sent, Text text) {
        Consumer<EntryId> action = action(sent);
        List<CasesPage.Bulk.Item> items = new ArrayList<>();
        for (UUID value : sent.ids("id")) {
            var id = new EntryId(value);
            String number = number(id);
            items.add(new CasesPage.Bulk.Item(number, problem(id, action, text)));
        }
        return new CasesPage.Bulk(List.copyOf(items));
    }

    private Consumer<EntryId> action(Fields sent) {
        return switch (sent.text("do", 20)) {
            case "none" -> inbox::settle;
            case "route" -> {
                UnitId unit = unit(sent);
                yield id -> inbox.route(id, unit);
            }
            case "assign" -> {
                EmployeeId handler =
                        sent.id("handler")
                                .map(EmployeeId::new)
                                .orElseThrow(() -> new Refused("desk.choose-colleague"));
                yield id -> handling.assign(id, Optional.of(handler));
            }
            case "copy" -> {
                UnitId unit = unit(sent);
                yield id -> handling.copy(id, Set.of(unit));
            }
            case "case" -> {
                Callers.require(Permission.CASE_HANDLE);
                String number = sent.required("number", 40);
                yield id -> entries.addToCase(id, number);
            }
            default -> throw new Refused("desk.choose-action");
        };
    }

    private static UnitId unit(Fields sent) {
        return sent.id("unit").map(UnitId::new).orElseThrow(() -> new Refused("desk.choose-unit"));
    }

    private static Optional<String> problem(EntryId id, Consumer<EntryId> action, Text text) {
        try {
            action.accept(id);
            return Optional.empty();
        } catch (OnthaalException problem) {
            return Optional.of(text.of("error." + problem.code(), problem.arguments().toArray()));
        }
    }

    /** The number, asked before: whoever gives an entry away may not see it any more. */
    private String number(EntryId id) {
        try {
            return post.get(id).number().display();
        } catch (OnthaalException unknown) {
            return "";
        }
    }
}
