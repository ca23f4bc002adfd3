// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.Cases;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What is done with many cases at once. Each in a commit of its own: what a colleague did meanwhile
 * stops only that one.
 */
@Component
class CaseBulk {

    private final Cases cases;
    private final CaseTerms terms;

    CaseBulk(Cases cases, CaseTerms terms) {
        this.cases = cases;
        this.terms = terms;
    }

    /** Does it, and tells of each case what became of it. */
    CasesPage.Bulk act(Fields sent, Text text) {
        Consumer<CaseId> action = action(sent);
        List<CasesPage.Bulk.Item> items = new ArrayList<>();
        for (UUID value : sent.ids("id")) {
            var id = new CaseId(value);
            String number = number(id);
            Optional<String> problem = problem(id, action, text);
            items.add(new CasesPage.Bulk.Item(number, problem));
        }
        return new CasesPage.Bulk(List.copyOf(items));
    }

    private Consumer<CaseId> action(Fields sent) {
        return switch (sent.text("do", 20)) {
            case "take" -> cases::take;
            case "release" -> cases::release;
            case "assign" -> {
                EmployeeId handler =
                        sent.id("handler")
                                .map(EmployeeId::new)
                                .orElseThrow(() -> new Refused("desk.choose-colleague"));
                yield id -> cases.assign(id, handler);
            }
            case "move" -> {
                UnitId unit =
                        sent.id("unit")
                                .map(UnitId::new)
                                .orElseThrow(() -> new Refused("desk.choose-unit"));
                yield id -> cases.moveToUnit(id, unit);
            }
            case "extend" -> {
                String reason = sent.required("text", Fields.TEXT);
                yield id -> terms.extend(id, reason);
            }
            case "note" -> {
                String note = sent.required("text", Fields.TEXT);
                yield id -> cases.addNote(id, note);
            }
            default -> throw new Refused("desk.choose-action");
        };
    }

    private static Optional<String> problem(CaseId id, Consumer<CaseId> action, Text text) {
        try {
            action.accept(id);
            return Optional.empty();
        } catch (OnthaalException problem) {
            return Optional.of(text.of("error." + problem.code(), problem.arguments().toArray()));
        }
    }

    /** The number, asked before: whoever gives a case away may not see it any more. */
    private String number(CaseId id) {
        try {
            return cases.get(id).file().number().display();
        } catch (OnthaalException unknown) {
            return "";
        }
    }
}
