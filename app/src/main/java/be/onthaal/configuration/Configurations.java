// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration;

import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypeDrafts;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Brussels;
import be.onthaal.common.Message;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.configuration.Change.Kind;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the files of a folder in for the authority of the caller, each in its turn: replies, then
 * decision tables, then the case types that name them. What cannot be brought in takes all of it
 * back; trying takes all of it back anyway, so that it says exactly what would happen.
 */
@Service
public class Configurations {

    private static final String REPLIES = "replies/";
    private static final String TABLES = "decision-tables/";
    private static final String TYPES = "case-types/";
    private static final int LONGEST = 2_000_000;

    private final CaseTypes types;
    private final CaseTypeDrafts drafts;
    private final ReplyTemplates templates;
    private final DecisionTables tables;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    Configurations(
            CaseTypes types,
            CaseTypeDrafts drafts,
            ReplyTemplates templates,
            DecisionTables tables,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.types = types;
        this.drafts = drafts;
        this.templates = templates;
        this.tables = tables;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Brings files in, or only tries.
     *
     * @param files their texts, by path within the folder
     */
    @Transactional(propagation = Propagation.NEVER)
    public List<Change> bringIn(Map<String, String> files, boolean forReal) {
        List<Change> changes = new ArrayList<>();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    for (String name : ordered(files)) {
                        Change change = one(name, files.getOrDefault(name, ""));
                        changes.add(change);
                        if (change.kind() == Kind.REFUSED) {
                            break;
                        }
                    }
                    boolean refused =
                            changes.stream().anyMatch(change -> change.kind() == Kind.REFUSED);
                    if (!forReal || refused) {
                        status.setRollbackOnly();
                    }
                });
        return List.copyOf(changes);
    }

    private static List<String> ordered(Map<String, String> files) {
        return files.keySet().stream()
                .sorted(
                        Comparator.comparingInt(Configurations::turn)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int turn(String name) {
        return name.startsWith(REPLIES) ? 0 : name.startsWith(TABLES) ? 1 : 2;
    }

    private Change one(String name, String text) {
        try {
            if (text.length() > LONGEST) {
                return Change.refused(name, Message.of("configuration.long", LONGEST));
            }
            if (name.startsWith(REPLIES) && name.endsWith(".txt")) {
                return reply(name, text);
            }
            if (name.startsWith(TABLES) && name.endsWith(".dmn")) {
                return table(name, text);
            }
            if (name.startsWith(TYPES) && name.endsWith(".json")) {
                return type(name, text);
            }
            return Change.refused(name, Message.of("configuration.unknown"));
        } catch (OnthaalException refused) {
            return Change.refused(
                    name, Message.of("error." + refused.code(), refused.arguments().toArray()));
        }
    }

    /** {@code code_locale.txt}: its name, its subject and its text, each from a line of its own. */
    private Change reply(String name, String text) {
        String plain = name.substring(REPLIES.length(), name.length() - ".txt".length());
        int split = plain.lastIndexOf('_');
        String[] parts = text.split("\n", 3);
        if (split < 1 || parts.length < 3) {
            throw new Refused("cases.template-empty");
        }
        var template =
                new ReplyTemplate(
                        plain.substring(0, split),
                        plain.substring(split + 1),
                        parts[0].strip(),
                        parts[1].strip(),
                        parts[2].strip());
        Optional<ReplyTemplate> before =
                templates.list(template.locale()).stream()
                        .filter(known -> known.code().equals(template.code()))
                        .filter(known -> known.locale().equals(template.locale()))
                        .findFirst();
        if (before.equals(Optional.of(template))) {
            return Change.of(name, Kind.SAME);
        }
        templates.save(template);
        return Change.of(name, before.isPresent() ? Kind.CHANGED : Kind.NEW);
    }

    private Change table(String name, String text) {
        DecisionTable taken = tables.take(text);
        LocalDate today = Brussels.today(clock);
        Optional<DecisionTable> before =
                tables.versions(taken.head().key()).stream()
                        .filter(head -> !head.isDraft() && head.holdsOn(today))
                        .findFirst()
                        .map(head -> tables.get(head.id()));
        boolean same =
                before.filter(held ->
                                held.model().equals(taken.model())
                                        && held.examples().equals(taken.examples()))
                        .isPresent();
        if (same) {
            tables.drop(taken.head().id(), taken.head().revision());
            return Change.of(name, Kind.SAME);
        }
        tables.publish(taken.head().id(), taken.head().revision(), today);
        return Change.of(name, before.isPresent() ? Kind.CHANGED : Kind.NEW);
    }

    private Change type(String name, String text) {
        DefinitionText.File file = drafts.read(text);
        Optional<CaseType> before =
                types.list().stream().filter(type -> type.code().equals(file.code())).findFirst();
        if (before.filter(type -> type.definition().equals(file.definition())).isPresent()) {
            return Change.of(name, Kind.SAME);
        }
        CaseTypeVersion draft = drafts.begin(file.code(), file.definition());
        drafts.publish(draft.head().id(), draft.head().revision(), Brussels.today(clock));
        return Change.of(name, before.isPresent() ? Kind.CHANGED : Kind.NEW);
    }
}
