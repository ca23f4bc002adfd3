// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import static be.onthaal.kbo.internal.db.Tables.ADDRESS;
import static be.onthaal.kbo.internal.db.Tables.DENOMINATION;
import static be.onthaal.kbo.internal.db.Tables.ENTERPRISE;
import static be.onthaal.kbo.internal.db.Tables.ESTABLISHMENT;
import static be.onthaal.kbo.internal.db.Tables.SEARCH;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.kbo.EnterpriseFound;
import be.onthaal.kbo.Spoken;
import be.onthaal.kbo.internal.reading.NameWords;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** Enterprises that fit, as questions: which ones, and then what is shown of them. */
public final class Finding {

    private static final Field<Long> ENTITY = column("entity", Long.class);
    private static final Field<Long> OWNER = column("enterprise", Long.class);
    private static final Field<String> FOUND_BY = column("found_by", String.class);
    private static final Field<Float> RANK = column("rank", Float.class);

    private static final Place NOWHERE = new Place("", new Spoken("", ""));
    private static final Field<String> REGISTERED = registered();
    private static final Field<Place> PLACE = place();

    private Finding() {}

    /** Where something is, as far as a list shows it. */
    private record Place(String postcode, Spoken municipality) {}

    /** By the words of a name, the last of them perhaps not whole. */
    public static Select<Record4<Long, Long, String, Float>> byName(
            NameWords asked, Optional<String> postcode, int most) {
        var found =
                SEARCH.call(
                        asked.words().toArray(String[]::new),
                        asked.joined().toArray(String[]::new),
                        postcode.orElse(null),
                        most);
        return select(
                        found.ENTITY.as(ENTITY.getUnqualifiedName()),
                        found.ENTERPRISE.as(OWNER.getUnqualifiedName()),
                        found.NAME.as(FOUND_BY.getUnqualifiedName()),
                        found.RANK.as(RANK.getUnqualifiedName()))
                .from(found);
    }

    /** By a number or the beginning of one, between two bounds. */
    public static Select<Record4<Long, Long, String, Float>> byNumber(
            long least, long last, int most) {
        return numbered(ENTERPRISE.NUMBER.between(least, last), most);
    }

    /** By the number of an establishment. */
    public static Select<Record4<Long, Long, String, Float>> byEstablishment(long number) {
        return select(
                        ESTABLISHMENT.NUMBER.as(ENTITY.getUnqualifiedName()),
                        ESTABLISHMENT.ENTERPRISE_NUMBER.as(OWNER.getUnqualifiedName()),
                        inline((String) null, SQLDataType.CLOB).as(FOUND_BY.getUnqualifiedName()),
                        inline(0f).as(RANK.getUnqualifiedName()))
                .from(ESTABLISHMENT)
                .where(ESTABLISHMENT.NUMBER.eq(number));
    }

    private static Select<Record4<Long, Long, String, Float>> numbered(
            Condition condition, int most) {
        return select(
                        ENTERPRISE.NUMBER.as(ENTITY.getUnqualifiedName()),
                        ENTERPRISE.NUMBER.as(OWNER.getUnqualifiedName()),
                        inline((String) null, SQLDataType.CLOB).as(FOUND_BY.getUnqualifiedName()),
                        inline(0f).as(RANK.getUnqualifiedName()))
                .from(ENTERPRISE)
                .where(condition)
                .orderBy(ENTERPRISE.NUMBER)
                .limit(most);
    }

    /** What is shown of those that fit, best first, as one question. */
    public static Select<?> shown(Select<Record4<Long, Long, String, Float>> fitting) {
        return select(ENTITY, OWNER, FOUND_BY, REGISTERED, PLACE)
                .from(fitting.asTable("hit"))
                .orderBy(RANK.desc(), OWNER);
    }

    /** A row of {@link #shown}. */
    public static EnterpriseFound read(Record row) {
        long owner = row.get(OWNER);
        long entity = row.get(ENTITY);
        var number = enterprise(owner);
        String registered = Optional.ofNullable(row.get(REGISTERED)).orElse(number.display());
        var place = row.get(PLACE);
        return new EnterpriseFound(
                number,
                registered,
                Optional.ofNullable(row.get(FOUND_BY)).orElse(registered),
                establishment(entity),
                place.postcode(),
                place.municipality());
    }

    public static EnterpriseNumber enterprise(long number) {
        return new EnterpriseNumber("%010d".formatted(number));
    }

    /** Empty for enterprises and for branches, whose numbers are not official. */
    public static Optional<EstablishmentNumber> establishment(long number) {
        return EstablishmentNumber.parse("%010d".formatted(number));
    }

    private static Field<String> registered() {
        return field(
                        select(DENOMINATION.NAME)
                                .from(DENOMINATION)
                                .where(DENOMINATION.ENTITY_NUMBER.eq(OWNER))
                                .orderBy(DENOMINATION.TYPE, DENOMINATION.LINE)
                                .limit(1))
                .as("registered");
    }

    /** Of what was found, else of the seat, else of the first establishment. */
    private static Field<Place> place() {
        Field<Long> first =
                field(
                        select(min(ESTABLISHMENT.NUMBER))
                                .from(ESTABLISHMENT)
                                .where(ESTABLISHMENT.ENTERPRISE_NUMBER.eq(OWNER)));
        var addresses =
                select(ADDRESS.POSTCODE, ADDRESS.MUNICIPALITY_NL, ADDRESS.MUNICIPALITY_FR)
                        .from(ADDRESS)
                        .where(ADDRESS.ENTITY_NUMBER.in(ENTITY, OWNER, first))
                        .orderBy(
                                ADDRESS.ENTITY_NUMBER.eq(ENTITY).desc(),
                                ADDRESS.ENTITY_NUMBER.eq(OWNER).desc(),
                                ADDRESS.LINE)
                        .limit(1);
        return multiset(addresses)
                .convertFrom(rows -> rows.stream().findFirst().map(Finding::place).orElse(NOWHERE))
                .as("place");
    }

    private static Place place(Record3<String, String, String> row) {
        return new Place(
                EntityParts.text(row.value1()),
                new Spoken(EntityParts.text(row.value2()), EntityParts.text(row.value3())));
    }

    private static <T> Field<T> column(String name, Class<T> type) {
        return field(name("hit", name), type);
    }
}
