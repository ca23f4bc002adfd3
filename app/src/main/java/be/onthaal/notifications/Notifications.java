// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications;

import static be.onthaal.notifications.internal.db.Tables.DIGEST;
import static be.onthaal.notifications.internal.db.Tables.NOTIFICATION;
import static be.onthaal.notifications.internal.db.Tables.PREFERENCE;

import be.onthaal.access.AccountId;
import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.database.Ids;
import be.onthaal.notifications.internal.db.tables.records.NotificationRecord;
import be.onthaal.notifications.spi.NoticeMail;
import be.onthaal.web.Text;
import be.onthaal.web.Texts;
import be.onthaal.web.WebSettings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells employees what they want to know; written with what it is about, never lost, never doubled.
 */
@Service
public class Notifications {

    private final DSLContext sql;
    private final Live live;
    private final Texts texts;
    private final WebSettings settings;
    private final ObjectProvider<NoticeMail> mail;
    private final Clock clock;

    Notifications(
            DSLContext sql,
            Live live,
            Texts texts,
            WebSettings settings,
            ObjectProvider<NoticeMail> mail,
            Clock clock) {
        this.sql = sql;
        this.live = live;
        this.texts = texts;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    /** Tells an employee something, unless he is the one who did it or does not want to know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(AccountId account, NoticeKind kind, String subject, String link) {
        if (Callers.current().actor().equals(account.value())) {
            return;
        }
        Way way = waysOf(account).getOrDefault(kind, Way.PAGE);
        if (way == Way.NONE) {
            return;
        }
        sql.insertInto(NOTIFICATION)
                .set(NOTIFICATION.AUTHORITY_ID, authority())
                .set(NOTIFICATION.ID, Ids.next())
                .set(NOTIFICATION.ACCOUNT_ID, account.value())
                .set(NOTIFICATION.KIND, kind.name())
                .set(NOTIFICATION.SUBJECT, subject)
                .set(NOTIFICATION.LINK, link)
                .set(NOTIFICATION.MADE_AT, clock.instant())
                .set(NOTIFICATION.MAILED_AT, way == Way.MAIL ? clock.instant() : null)
                .execute();
        if (way == Way.MAIL) {
            Text text = texts.dutch();
            String about = text.of("notice.mail.subject", text.of("NoticeKind." + kind.name()));
            mail.ifAvailable(sender ->
                    sender.send(account, about, subject + "\n" + settings.address() + link));
        }
        live.changed("notifications");
    }

    /** What the caller was told, newest first. */
    @Transactional(readOnly = true)
    public List<Notice> mine(int most) {
        return sql.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.AUTHORITY_ID.eq(authority()))
                .and(NOTIFICATION.ACCOUNT_ID.eq(me()))
                .orderBy(NOTIFICATION.MADE_AT.desc(), NOTIFICATION.ID.desc())
                .limit(most)
                .fetch(Notifications::read);
    }

    /** How much of it he has not read. */
    @Transactional(readOnly = true)
    public int unread() {
        return sql.fetchCount(
                NOTIFICATION,
                NOTIFICATION
                        .AUTHORITY_ID
                        .eq(authority())
                        .and(NOTIFICATION.ACCOUNT_ID.eq(me()))
                        .and(NOTIFICATION.READ_AT.isNull()));
    }

    /** Marks everything he was told as read. */
    @Transactional
    public void readAll() {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, clock.instant())
                .where(NOTIFICATION.AUTHORITY_ID.eq(authority()))
                .and(NOTIFICATION.ACCOUNT_ID.eq(me()))
                .and(NOTIFICATION.READ_AT.isNull())
                .execute();
        live.changed("notifications");
    }

    /** How the caller wants to be told, for every kind. */
    @Transactional(readOnly = true)
    public Map<NoticeKind, Way> ways() {
        return waysOf(Callers.current().account());
    }

    /** Chooses how to be told of a kind. */
    @Transactional
    public void choose(NoticeKind kind, Way way) {
        sql.insertInto(PREFERENCE)
                .set(PREFERENCE.AUTHORITY_ID, authority())
                .set(PREFERENCE.ACCOUNT_ID, me())
                .set(PREFERENCE.KIND, kind.name())
                .set(PREFERENCE.WAY, way.name())
                .onConflict(PREFERENCE.AUTHORITY_ID, PREFERENCE.ACCOUNT_ID, PREFERENCE.KIND)
                .doUpdate()
                .set(PREFERENCE.WAY, way.name())
                .execute();
    }

    /**
     * Mails what was neither mailed nor read to those who want one mail a day: at most one for each
     * of them today, in an order that is the same for every process. Returns how many mails.
     */
    @Transactional
    public int sendDigests() {
        Map<UUID, List<NotificationRecord>> waiting =
                sql
                        .select(NOTIFICATION)
                        .from(NOTIFICATION)
                        .join(PREFERENCE)
                        .on(PREFERENCE.AUTHORITY_ID.eq(NOTIFICATION.AUTHORITY_ID))
                        .and(PREFERENCE.ACCOUNT_ID.eq(NOTIFICATION.ACCOUNT_ID))
                        .and(PREFERENCE.KIND.eq(NOTIFICATION.KIND))
                        .where(NOTIFICATION.AUTHORITY_ID.eq(authority()))
                        .and(PREFERENCE.WAY.eq(Way.DIGEST.name()))
                        .and(NOTIFICATION.MAILED_AT.isNull())
                        .and(NOTIFICATION.READ_AT.isNull())
                        .orderBy(NOTIFICATION.MADE_AT)
                        .fetch(row -> row.value1())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        NotificationRecord::getAccountId,
                                        TreeMap::new,
                                        Collectors.toList()));
        waiting.keySet().removeIf(account -> !firstToday(account));
        waiting.forEach(this::sendDigest);
        return waiting.size();
    }

    /** True for one process a day; another one that comes at the same time waits and then knows. */
    private boolean firstToday(UUID account) {
        return sql.insertInto(DIGEST)
                        .set(DIGEST.AUTHORITY_ID, authority())
                        .set(DIGEST.ACCOUNT_ID, account)
                        .set(DIGEST.ON_DAY, Brussels.today(clock))
                        .set(DIGEST.SENT_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private void sendDigest(UUID account, List<NotificationRecord> notices) {
        String lines =
                notices.stream()
                        .map(row -> row.getSubject() + "\n" + settings.address() + row.getLink())
                        .collect(Collectors.joining("\n\n"));
        String subject = texts.dutch().of("notice.digest.subject", notices.size());
        mail.ifAvailable(sender -> sender.send(new AccountId(account), subject, lines));
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.MAILED_AT, clock.instant())
                .where(NOTIFICATION.AUTHORITY_ID.eq(authority()))
                .and(NOTIFICATION.ID.in(notices.stream().map(NotificationRecord::getId).toList()))
                .execute();
    }

    private Map<NoticeKind, Way> waysOf(AccountId account) {
        Map<NoticeKind, Way> ways = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            ways.put(kind, Way.PAGE);
        }
        sql.select(PREFERENCE.KIND, PREFERENCE.WAY)
                .from(PREFERENCE)
                .where(PREFERENCE.AUTHORITY_ID.eq(authority()))
                .and(PREFERENCE.ACCOUNT_ID.eq(account.value()))
                .fetch()
                .forEach(row ->
                        ways.put(NoticeKind.valueOf(row.value1()), Way.valueOf(row.value2())));
        return ways;
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static UUID me() {
        return Callers.current().actor();
    }

    private static Notice read(NotificationRecord row) {
        return new Notice(
                row.getId(),
                NoticeKind.valueOf(row.getKind()),
                row.getSubject(),
                row.getLink(),
                row.getMadeAt(),
                row.getReadAt() != null);
    }
}
