// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.Narrowing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases a program wants listed by what stands in their searchable fields.
 *
 * @param type the code of the case type that has the fields
 * @param fields what is looked for, by code of the field: the whole value, or how a text begins
 */
record CaseFieldsBody(
        String type,
        Map<String, String> fields,
        Optional<CaseFilter.View> view,
        Optional<CaseFilter.Sort> sort) {

    CaseFieldsBody {
        if (fields.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A field without a value");
        }
    }

    CaseFilter filter() {
        Narrowing none = Narrowing.NONE;
        var narrowing =
                new Narrowing(
                        Set.of(type),
                        none.progress(),
                        none.units(),
                        none.handlers(),
                        none.customers(),
                        none.channels(),
                        none.levels(),
                        none.due(),
                        none.opened(),
                        none.words(),
                        fields);
        return new CaseFilter(
                view.orElse(CaseFilter.View.ALL_OPEN),
                sort.orElse(CaseFilter.Sort.DUE_FIRST),
                narrowing);
    }
}
