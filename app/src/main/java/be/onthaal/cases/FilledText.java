// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.FieldValues;
import be.onthaal.common.Message;
import be.onthaal.database.Json;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.JSONB;

/** What is filled in about a case, as two jsonb columns and back. */
final class FilledText {

    private static final String NOTHING = "{}";

    private FilledText() {}

    static CaseFile.Filled read(JSONB values, JSONB whys) {
        return values.data().equals(NOTHING) && whys.data().equals(NOTHING)
                ? CaseFile.Filled.NOTHING
                : new CaseFile.Filled(
                        new FieldValues(Json.read(values, Values.class)),
                        Json.read(whys, Whys.class));
    }

    static JSONB values(CaseFile.Filled filled) {
        return Json.of(filled.values().values());
    }

    static JSONB whys(CaseFile.Filled filled) {
        return Json.of(filled.whys());
    }

    private static final class Values extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    private static final class Whys extends LinkedHashMap<String, Message> {
        private static final long serialVersionUID = 1L;
    }
}
