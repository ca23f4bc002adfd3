// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.REPLY_TEMPLATE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.internal.db.tables.records.ReplyTemplateRecord;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts that employees answer customers with. */
@Service
public class ReplyTemplates {

    private static final String DUTCH = "nl";
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_BODY = 100_000;

    private final DSLContext sql;
    private final Audit audit;

    ReplyTemplates(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The templates in a language, by name; Dutch ones when there are none in it. */
    @Transactional(readOnly = true)
    public List<ReplyTemplate> list(String locale) {
        List<ReplyTemplate> found = in(locale);
        return found.isEmpty() && !locale.equals(DUTCH) ? in(DUTCH) : found;
    }

    /** The templates in every language, by name: a part of a page. */
    public Part<List<ReplyTemplate>> partOfAll() {
        return Part.all(
                sql.selectFrom(REPLY_TEMPLATE)
                        .where(REPLY_TEMPLATE.AUTHORITY_ID.eq(authority()))
                        .orderBy(REPLY_TEMPLATE.NAME, REPLY_TEMPLATE.ID),
                ReplyTemplates::read);
    }

    /** A template with its fields filled in, in Dutch when it is not there in the language. */
    @Transactional(readOnly = true)
    public ReplyTemplate.Filled fill(
            String code, String locale, Map<ReplyTemplate.Field, String> values) {
        return sql.selectFrom(REPLY_TEMPLATE)
                .where(REPLY_TEMPLATE.AUTHORITY_ID.eq(authority()))
                .and(REPLY_TEMPLATE.CODE.eq(code))
                .and(REPLY_TEMPLATE.LOCALE.in(locale, DUTCH))
                .orderBy(REPLY_TEMPLATE.LOCALE.eq(locale).desc())
                .limit(1)
                .fetchOptional(ReplyTemplates::read)
                .orElseThrow(() -> new NotFound("cases.template"))
                .fill(values);
    }

    /** Keeps a template; fields that do not exist are refused. */
    @Transactional
    public void save(ReplyTemplate template) {
        Callers.require(Permission.ADMINISTER);
        ReplyTemplate checked = checked(template);
        UUID id =
                sql.insertInto(REPLY_TEMPLATE)
                        .set(REPLY_TEMPLATE.AUTHORITY_ID, authority())
                        .set(REPLY_TEMPLATE.ID, Ids.next())
                        .set(REPLY_TEMPLATE.CODE, checked.code())
                        .set(REPLY_TEMPLATE.LOCALE, checked.locale())
                        .set(REPLY_TEMPLATE.NAME, checked.name())
                        .set(REPLY_TEMPLATE.SUBJECT, checked.subject())
                        .set(REPLY_TEMPLATE.BODY, checked.body())
                        .onConflict(
                                REPLY_TEMPLATE.AUTHORITY_ID,
                                REPLY_TEMPLATE.CODE,
                                REPLY_TEMPLATE.LOCALE)
                        .doUpdate()
                        .set(REPLY_TEMPLATE.NAME, checked.name())
                        .set(REPLY_TEMPLATE.SUBJECT, checked.subject())
                        .set(REPLY_TEMPLATE.BODY, checked.body())
                        .returning(REPLY_TEMPLATE.ID)
                        .fetchSingle(REPLY_TEMPLATE.ID);
        audit.record(
                AuditEvent.of("cases.template-saved", AuditEvent.Subject.of("REPLY_TEMPLATE", id))
                        .with("code", checked.code())
                        .with("locale", checked.locale()));
    }

    /** Keeps a template that comes with the product, unless the authority has its own. */
    void install(ReplyTemplate template) {
        boolean there =
                sql.fetchExists(
                        REPLY_TEMPLATE,
                        REPLY_TEMPLATE
                                .AUTHORITY_ID
                                .eq(authority())
                                .and(REPLY_TEMPLATE.CODE.eq(template.code()))
                                .and(REPLY_TEMPLATE.LOCALE.eq(template.locale())));
        if (!there) {
            save(template);
        }
    }

    private List<ReplyTemplate> in(String locale) {
        return sql.selectFrom(REPLY_TEMPLATE)
                .where(REPLY_TEMPLATE.AUTHORITY_ID.eq(authority()))
                .and(REPLY_TEMPLATE.LOCALE.eq(locale))
                .orderBy(REPLY_TEMPLATE.NAME, REPLY_TEMPLATE.ID)
                .fetch(ReplyTemplates::read);
    }

    private static ReplyTemplate checked(ReplyTemplate template) {
        template.refuseUnknownFields();
        return new ReplyTemplate(
                line(template.code()),
                line(template.locale()),
                line(template.name()),
                line(template.subject()),
                FreeText.required(
                        template.body(),
                        LONGEST_BODY,
                        "cases.template-empty",
                        "cases.template-too-long"));
    }

    private static String line(String text) {
        return FreeText.required(
                text, LONGEST_LINE, "cases.template-empty", "cases.template-too-long");
    }

    private static ReplyTemplate read(ReplyTemplateRecord row) {
        return new ReplyTemplate(
                row.getCode(), row.getLocale(), row.getName(), row.getSubject(), row.getBody());
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
