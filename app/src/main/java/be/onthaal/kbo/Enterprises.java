// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static be.onthaal.kbo.internal.db.Tables.ENTERPRISE;
import static be.onthaal.kbo.internal.db.Tables.ESTABLISHMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.nvl;
import static org.jooq.impl.DSL.select;

import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.kbo.internal.EntityParts;
import be.onthaal.kbo.internal.Finding;
import be.onthaal.kbo.internal.RegisterStates;
import be.onthaal.kbo.internal.reading.NameWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The active enterprises and establishments of the country, for anybody who works here: public
 * data, of which what belongs to a natural person is opened with a consultation all the same.
 */
@Service
public class Enterprises {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST_FOUND = 50;
    private static final int MOST_ESTABLISHMENTS = 200;

    /** Category TypeOfEnterprise of the code file (cookbook 2.3). */
    private static final String NATURAL_PERSON = "1";

    private static final Pattern BEGINNING = Pattern.compile("(?i:BE)?[ .]*([0-9][0-9. ]{3,13})");

    private final DSLContext sql;
    private final RegisterStates states;
    private final Audit audit;

    Enterprises(DSLContext sql, RegisterStates states, Audit audit) {
        this.sql = sql;
        this.states = states;
        this.audit = audit;
    }

    /** All that the register tells of an enterprise; of a natural person the view is logged. */
    @Transactional
    public Optional<Enterprise> find(EnterpriseNumber number) {
        var status = EntityParts.words("Status", ENTERPRISE.STATUS);
        var situation = EntityParts.words("JuridicalSituation", ENTERPRISE.SITUATION);
        var type = EntityParts.words("TypeOfEnterprise", ENTERPRISE.TYPE);
        Field<String> form = nvl(ENTERPRISE.FORM_CAC, ENTERPRISE.FORM).as("legal_form");
        var formWords =
                EntityParts.words("JuridicalForm", nvl(ENTERPRISE.FORM_CAC, ENTERPRISE.FORM));
        var names = EntityParts.names(ENTERPRISE.NUMBER);
        var addresses = EntityParts.addresses(ENTERPRISE.NUMBER);
        var contacts = EntityParts.contacts(ENTERPRISE.NUMBER);
        var establishments = establishments();
        var total =
                field(
                        select(count())
                                .from(ESTABLISHMENT)
                                .where(ESTABLISHMENT.ENTERPRISE_NUMBER.eq(ENTERPRISE.NUMBER)));
        Optional<Enterprise> found =
                sql.select(
                                ENTERPRISE.STATUS,
                                status,
                                ENTERPRISE.SITUATION,
                                situation,
                                ENTERPRISE.TYPE,
                                type,
                                form,
                                formWords,
                                ENTERPRISE.STARTED_ON,
                                names,
                                addresses,
                                contacts,
                                establishments,
                                total)
                        .from(ENTERPRISE)
                        .where(ENTERPRISE.NUMBER.eq(Long.valueOf(number.value())))
                        .fetchOptional(row ->
                                new Enterprise(
                                        number,
                                        EntityParts.coded(row, ENTERPRISE.STATUS, status),
                                        EntityParts.coded(row, ENTERPRISE.SITUATION, situation),
                                        EntityParts.coded(row, ENTERPRISE.TYPE, type),
                                        NATURAL_PERSON.equals(row.get(ENTERPRISE.TYPE)),
                                        form(row, form, formWords),
                                        Optional.ofNullable(row.get(ENTERPRISE.STARTED_ON)),
                                        row.get(names),
                                        row.get(addresses),
                                        row.get(contacts),
                                        row.get(establishments),
                                        row.get(total)));
        found.filter(Enterprise::naturalPerson).ifPresent(person -> consulted(person.number()));
        return found;
    }

    /** What the register tells of an establishment. */
    @Transactional
    public Optional<Establishment> establishment(EstablishmentNumber number) {
        var names = EntityParts.names(ESTABLISHMENT.NUMBER);
        var addresses = EntityParts.addresses(ESTABLISHMENT.NUMBER);
        var contacts = EntityParts.contacts(ESTABLISHMENT.NUMBER);
        var type =
                field(
                        select(ENTERPRISE.TYPE)
                                .from(ENTERPRISE)
                                .where(ENTERPRISE.NUMBER.eq(ESTABLISHMENT.ENTERPRISE_NUMBER)));
        var row =
                sql.select(
                                ESTABLISHMENT.NUMBER,
                                ESTABLISHMENT.ENTERPRISE_NUMBER,
                                ESTABLISHMENT.STARTED_ON,
                                names,
                                addresses,
                                contacts,
                                type)
                        .from(ESTABLISHMENT)
                        .where(ESTABLISHMENT.NUMBER.eq(Long.valueOf(number.value())))
                        .fetchOptional();
        row.filter(found -> NATURAL_PERSON.equals(found.get(type)))
                .ifPresent(found ->
                        consulted(Finding.enterprise(found.get(ESTABLISHMENT.ENTERPRISE_NUMBER))));
        return row.flatMap(found -> read(found, names, addresses, contacts));
    }

    /**
     * Enterprises by number in any notation or its beginning, or by a name as somebody types it:
     * words in any order, the last perhaps not whole, typing errors forgiven, legal forms and
     * accents left out. Best first.
     */
    @Transactional(readOnly = true)
    public List<EnterpriseFound> search(String text, Optional<String> postcode, int most) {
        String asked = text.substring(0, Math.min(LONGEST_QUERY, text.length())).strip();
        int wanted = Math.clamp(most, 1, MOST_FOUND);
        List<EnterpriseFound> numbered = byNumber(asked, wanted).map(this::found).orElse(List.of());
        NameWords words = NameWords.of(asked);
        return numbered.isEmpty() && !words.isEmpty()
                ? found(Finding.byName(words, postcode.map(String::strip), wanted))
                : numbered;
    }

    /** Which extract the register shows, since when, and how many rows it has. */
    @Transactional(readOnly = true)
    public RegisterState state() {
        return states.get();
    }

    private List<EnterpriseFound> found(Select<Record4<Long, Long, String, Float>> fitting) {
        return sql.fetch(Finding.shown(fitting)).map(Finding::read);
    }

    private static Optional<Select<Record4<Long, Long, String, Float>>> byNumber(
            String asked, int most) {
        Optional<Select<Record4<Long, Long, String, Float>>> exact =
                EnterpriseNumber.parse(asked)
                        .map(number -> Long.parseLong(number.value()))
                        .map(number -> Finding.byNumber(number, number, most));
        return exact.or(() ->
                        EstablishmentNumber.parse(asked)
                                .map(number -> Long.parseLong(number.value()))
                                .map(Finding::byEstablishment))
                .or(() -> beginning(asked, most));
    }

    private static Optional<Select<Record4<Long, Long, String, Float>>> beginning(
            String asked, int most) {
        Matcher typed = BEGINNING.matcher(asked);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String digits = typed.group(1).replaceAll("[. ]", "");
        if (digits.length() > 10) {
            return Optional.empty();
        }
        long unit = (long) Math.pow(10, 10 - digits.length());
        long least = Long.parseLong(digits) * unit;
        return Optional.of(Finding.byNumber(least, least + unit - 1, most));
    }

    private Field<List<Establishment>> establishments() {
        var names = EntityParts.names(ESTABLISHMENT.NUMBER);
        var addresses = EntityParts.addresses(ESTABLISHMENT.NUMBER);
        var contacts = EntityParts.contacts(ESTABLISHMENT.NUMBER);
        return multiset(
                        select(
                                        ESTABLISHMENT.NUMBER,
                                        ESTABLISHMENT.ENTERPRISE_NUMBER,
                                        ESTABLISHMENT.STARTED_ON,
                                        names,
                                        addresses,
                                        contacts)
                                .from(ESTABLISHMENT)
                                .where(ESTABLISHMENT.ENTERPRISE_NUMBER.eq(ENTERPRISE.NUMBER))
                                .orderBy(ESTABLISHMENT.NUMBER)
                                .limit(MOST_ESTABLISHMENTS))
                .convertFrom(rows ->
                        rows.stream()
                                .flatMap(row -> read(row, names, addresses, contacts).stream())
                                .toList());
    }

    private static Optional<Establishment> read(
            Record row,
            Field<List<Denomination>> names,
            Field<List<Address>> addresses,
            Field<List<ContactDetail>> contacts) {
        return Finding.establishment(row.get(ESTABLISHMENT.NUMBER))
                .map(number ->
                        new Establishment(
                                number,
                                Finding.enterprise(row.get(ESTABLISHMENT.ENTERPRISE_NUMBER)),
                                Optional.ofNullable(row.get(ESTABLISHMENT.STARTED_ON)),
                                row.get(names),
                                row.get(addresses).stream().findFirst(),
                                row.get(contacts)));
    }

    private static Optional<Coded> form(
            Record row, Field<String> form, Field<Map<String, String>> words) {
        return Optional.ofNullable(row.get(form)).map(code -> new Coded(code, row.get(words)));
    }

    private void consulted(EnterpriseNumber number) {
        byte[] name = ("KBO " + number.value()).getBytes(StandardCharsets.UTF_8);
        UUID id = UUID.nameUUIDFromBytes(name);
        audit.consulted(
                AuditEvent.of("kbo.viewed", AuditEvent.Subject.of("ENTERPRISE", id))
                        .with("number", number.display()));
    }
}
