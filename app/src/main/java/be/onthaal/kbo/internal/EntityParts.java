// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import static be.onthaal.kbo.internal.db.Tables.ADDRESS;
import static be.onthaal.kbo.internal.db.Tables.CODE;
import static be.onthaal.kbo.internal.db.Tables.CONTACT;
import static be.onthaal.kbo.internal.db.Tables.DENOMINATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import be.onthaal.kbo.Address;
import be.onthaal.kbo.Coded;
import be.onthaal.kbo.ContactDetail;
import be.onthaal.kbo.Denomination;
import be.onthaal.kbo.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What enterprises and establishments both have, as columns of one question. */
public final class EntityParts {

    private EntityParts() {}

    /** What a code means, by language. */
    public static Field<Map<String, String>> words(String category, Field<String> code) {
        return multiset(
                        select(CODE.LANGUAGE, CODE.WORDS)
                                .from(CODE)
                                .where(CODE.CATEGORY.eq(inline(category)))
                                .and(CODE.VALUE.eq(code))
                                .and(CODE.WORDS.isNotNull()))
                .convertFrom(rows -> {
                    Map<String, String> words = new HashMap<>();
                    rows.forEach(
                            row -> words.put(row.value1().toLowerCase(Locale.ROOT), row.value2()));
                    return words;
                });
    }

    /** A code with its words as they were asked. */
    public static Coded coded(Record row, Field<String> code, Field<Map<String, String>> words) {
        return new Coded(text(row.get(code)), row.get(words));
    }

    /** Names, the registered one first: the register numbers the types in that order. */
    public static Field<List<Denomination>> names(Field<Long> entity) {
        Field<Map<String, String>> type = words("TypeOfDenomination", DENOMINATION.TYPE);
        return multiset(
                        select(DENOMINATION.LANGUAGE, DENOMINATION.TYPE, type, DENOMINATION.NAME)
                                .from(DENOMINATION)
                                .where(DENOMINATION.ENTITY_NUMBER.eq(entity))
                                .orderBy(DENOMINATION.TYPE, DENOMINATION.LINE))
                .convertFrom(rows ->
                        rows.map(row ->
                                new Denomination(
                                        coded(row, DENOMINATION.TYPE, type),
                                        Optional.of(row.value1()).filter(l -> !l.isEmpty()),
                                        row.value4())));
    }

    public static Field<List<ContactDetail>> contacts(Field<Long> entity) {
        Field<Map<String, String>> type = words("ContactType", CONTACT.TYPE);
        return multiset(
                        select(CONTACT.TYPE, type, CONTACT.VALUE)
                                .from(CONTACT)
                                .where(CONTACT.ENTITY_NUMBER.eq(entity))
                                .orderBy(CONTACT.LINE))
                .convertFrom(rows ->
                        rows.map(row ->
                                new ContactDetail(coded(row, CONTACT.TYPE, type), row.value3())));
    }

    public static Field<List<Address>> addresses(Field<Long> entity) {
        Field<Map<String, String>> type = words("TypeOfAddress", ADDRESS.TYPE);
        return multiset(
                        select(
                                        ADDRESS.TYPE,
                                        type,
                                        ADDRESS.STREET_NL,
                                        ADDRESS.STREET_FR,
                                        ADDRESS.HOUSE_NUMBER,
                                        ADDRESS.BOX,
                                        ADDRESS.EXTRA,
                                        ADDRESS.POSTCODE,
                                        ADDRESS.MUNICIPALITY_NL,
                                        ADDRESS.MUNICIPALITY_FR,
                                        ADDRESS.COUNTRY_NL,
                                        ADDRESS.COUNTRY_FR,
                                        ADDRESS.STRUCK_OFF_ON)
                                .from(ADDRESS)
                                .where(ADDRESS.ENTITY_NUMBER.eq(entity))
                                .orderBy(ADDRESS.LINE))
                .convertFrom(rows -> rows.map(row -> address(row, type)));
    }

    private static Address address(Record row, Field<Map<String, String>> type) {
        return new Address(
                coded(row, ADDRESS.TYPE, type),
                spoken(row, ADDRESS.STREET_NL, ADDRESS.STREET_FR),
                text(row.get(ADDRESS.HOUSE_NUMBER)),
                text(row.get(ADDRESS.BOX)),
                text(row.get(ADDRESS.EXTRA)),
                text(row.get(ADDRESS.POSTCODE)),
                spoken(row, ADDRESS.MUNICIPALITY_NL, ADDRESS.MUNICIPALITY_FR),
                spoken(row, ADDRESS.COUNTRY_NL, ADDRESS.COUNTRY_FR),
                Optional.ofNullable(row.get(ADDRESS.STRUCK_OFF_ON)));
    }

    static Spoken spoken(Record row, Field<String> dutch, Field<String> french) {
        return new Spoken(text(row.get(dutch)), text(row.get(french)));
    }

    static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
