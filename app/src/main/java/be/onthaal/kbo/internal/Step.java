// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.kbo.ExtractAbout;
import be.onthaal.kbo.internal.reading.Sheet;
import java.util.ArrayList;
import java.util.List;

/** What is done with an extract, a commit at a time; how many are done says how far it is. */
sealed interface Step {

    /** What the log and the command call it. */
    String name();

    /** A file becomes a table beside the live one. */
    record Load(Sheet sheet) implements Step {
        @Override
        public String name() {
            return sheet.table();
        }
    }

    /** Names become findable. */
    record IndexNames() implements Step {
        @Override
        public String name() {
            return "search";
        }
    }

    /** Words are known, to forgive typing errors. */
    record KnowWords() implements Step {
        @Override
        public String name() {
            return "words";
        }
    }

    /** All that was loaded becomes the register. */
    record GoLive() implements Step {
        @Override
        public String name() {
            return "live";
        }
    }

    /** A whole update, in one commit. */
    record Update() implements Step {
        @Override
        public String name() {
            return "update";
        }
    }

    /** All steps of an extract, in order. The names need to know where everybody is. */
    static List<Step> of(ExtractAbout.Kind kind) {
        return switch (kind) {
            case UPDATE -> List.of(new Update());
            case FULL -> {
                List<Step> steps = new ArrayList<>();
                for (Sheet sheet : Sheet.values()) {
                    steps.add(new Load(sheet));
                }
                steps.addAll(List.of(new IndexNames(), new KnowWords(), new GoLive()));
                yield List.copyOf(steps);
            }
        };
    }
}
