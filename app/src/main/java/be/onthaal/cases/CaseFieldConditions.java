// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.FIELD_VALUE;

import be.onthaal.cases.internal.db.Routines;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What a filter asks of the fields of cases. Which fields may be asked is what the type that new
 * cases get says today; their values stand in an index of their own, under the rule of their case.
 */
@Component
class CaseFieldConditions {

    /** A shorter filter reads better, and costs less. */
    private static final int MOST = 20;

    private static final int LONGEST = 200;

    /** Above every text that goes on after a beginning. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final CaseTypeRows types;

    CaseFieldConditions(CaseTypeRows types) {
        this.types = types;
    }

    /** A condition for each field that is asked; all must hold. */
    List<Condition> of(Narrowing wanted) {
        if (wanted.fields().isEmpty()) {
            return List.of();
        }
        String type = onlyOf(wanted);
        CaseTypeDefinition definition =
                types.current(type).orElseThrow(CaseFieldConditions::noType).definition();
        return wanted.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> holds(type, field(definition, entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String onlyOf(Narrowing wanted) {
        if (wanted.types().size() != 1 || wanted.fields().size() > MOST) {
            throw noType();
        }
        return wanted.types().iterator().next();
    }

    private static FieldDefinition field(CaseTypeDefinition type, String code) {
        return type.field(code)
                .filter(FieldDefinition::searchable)
                .orElseThrow(() ->
                        new Refused(
                                "cases.search-field",
                                type.field(code).map(field -> field.label().nl()).orElse("?")));
    }

    private static Condition holds(String type, FieldDefinition field, String asked) {
        return DSL.exists(
                DSL.selectOne()
                        .from(FIELD_VALUE)
                        .where(FIELD_VALUE.AUTHORITY_ID.eq(CASE_FILE.AUTHORITY_ID))
                        .and(FIELD_VALUE.CASE_ID.eq(CASE_FILE.ID))
                        .and(FIELD_VALUE.TYPE_CODE.eq(type))
                        .and(FIELD_VALUE.FIELD.eq(field.code()))
                        .and(matches(field, asked)));
    }

    private static Condition matches(FieldDefinition field, String asked) {
        String clean =
                asked.length() > LONGEST
                        ? ""
                        : FreeText.clean(asked, LONGEST, "cases.search-value");
        String written =
                sought(field.kind(), clean)
                        .filter(value -> !value.isEmpty())
                        .orElseThrow(() -> new Refused("cases.search-value", field.label().nl()));
        Field<String> value = Routines.foldedValue(written);
        return field.kind().isSoughtWhole()
                ? FIELD_VALUE.VALUE.eq(value)
                : FIELD_VALUE.VALUE.ge(value).and(FIELD_VALUE.VALUE.lt(value.concat(LAST)));
    }

    /** A whole value is asked as it is kept; of a text, what is not whole is how it begins. */
    private static Optional<String> sought(FieldKind kind, String asked) {
        Optional<String> written = kind.written(asked);
        return kind.isSoughtWhole() ? written : written.or(() -> Optional.of(asked));
    }

    private static Refused noType() {
        return new Refused("cases.search-type", MOST);
    }
}
