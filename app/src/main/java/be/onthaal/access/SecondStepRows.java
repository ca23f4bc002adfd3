// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static be.onthaal.access.internal.db.Tables.RECOVERY_CODE;
import static be.onthaal.access.internal.db.Tables.SECOND_STEP;

import be.onthaal.access.internal.db.tables.records.SecondStepRecord;
import be.onthaal.secrets.InstallationKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The second step as it is kept: the secret sealed, recovery codes as fingerprints. */
@Component
class SecondStepRows {

    private static final String SECRET = "access.second-step";
    private static final String RECOVERY = "access.recovery-code";
    private static final int CODES = 10;
    private static final int LETTERS = 10;

    /** Without what looks alike. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final DSLContext sql;
    private final InstallationKey key;
    private final SecureRandom random = new SecureRandom();

    SecondStepRows(DSLContext sql, InstallationKey key) {
        this.sql = sql;
        this.key = key;
    }

    Optional<SecondStepRecord> find(AccountId account) {
        return sql.selectFrom(SECOND_STEP)
                .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()))
                .fetchOptional();
    }

    String secret(SecondStepRecord row) {
        return key.open(SECRET, row.getSecret());
    }

    /** A new secret that counts for nothing until it is confirmed. */
    void draft(AccountId account, Instant now) {
        String sealed = key.seal(SECRET, Totp.draw(random));
        sql.insertInto(SECOND_STEP)
                .set(SECOND_STEP.ACCOUNT_ID, account.value())
                .set(SECOND_STEP.SECRET, sealed)
                .set(SECOND_STEP.MADE_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /**
     * Counts a try before it is judged, so that many at once get no more than many in a row; false
     * when there were too many.
     */
    boolean count(AccountId account, Instant now) {
        Field<Integer> next = SECOND_STEP.FAILED_ATTEMPTS.plus(1);
        return sql.update(SECOND_STEP)
                        .set(
                                SECOND_STEP.FAILED_ATTEMPTS,
                                DSL.when(next.ge(SignIns.ATTEMPTS), 0).otherwise(next))
                        .set(
                                SECOND_STEP.LOCKED_UNTIL,
                                DSL.when(next.ge(SignIns.ATTEMPTS), now.plus(SignIns.LOCK)))
                        .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()))
                        .and(SECOND_STEP.LOCKED_UNTIL.isNull().or(SECOND_STEP.LOCKED_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    /** Takes the code of these thirty seconds, unless it or a later one was taken already. */
    boolean take(AccountId account, long step) {
        return sql.update(SECOND_STEP)
                        .set(SECOND_STEP.LAST_STEP, step)
                        .set(SECOND_STEP.FAILED_ATTEMPTS, 0)
                        .setNull(SECOND_STEP.LOCKED_UNTIL)
                        .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()))
                        .and(SECOND_STEP.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /** Takes a recovery code, which is gone then. */
    boolean takeRecovery(AccountId account, String code) {
        boolean taken =
                sql.deleteFrom(RECOVERY_CODE)
                                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account.value()))
                                .and(RECOVERY_CODE.FINGERPRINT.eq(fingerprint(account, code)))
                                .execute()
                        == 1;
        if (taken) {
            sql.update(SECOND_STEP)
                    .set(SECOND_STEP.FAILED_ATTEMPTS, 0)
                    .setNull(SECOND_STEP.LOCKED_UNTIL)
                    .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()))
                    .execute();
        }
        return taken;
    }

    /** From now on a code is asked; gives the recovery codes, which nobody can read again. */
    List<String> confirm(AccountId account, Instant now) {
        sql.update(SECOND_STEP)
                .set(SECOND_STEP.CONFIRMED_AT, now)
                .where(SECOND_STEP.ACCOUNT_ID.eq(account.value()))
                .execute();
        List<String> codes = new ArrayList<>();
        while (codes.size() < CODES) {
            String code = drawRecovery();
            codes.add(code.substring(0, LETTERS / 2) + "-" + code.substring(LETTERS / 2));
            sql.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.ACCOUNT_ID, account.value())
                    .set(RECOVERY_CODE.FINGERPRINT, fingerprint(account, code))
                    .execute();
        }
        return codes;
    }

    int recoveryCodes(AccountId account) {
        return sql.fetchCount(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT_ID.eq(account.value()));
    }

    void delete(AccountId account) {
        sql.deleteFrom(SECOND_STEP).where(SECOND_STEP.ACCOUNT_ID.eq(account.value())).execute();
    }

    private String drawRecovery() {
        var code = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Made with the key of the installation: of no use to whoever has only the database. */
    private String fingerprint(AccountId account, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return key.sign(RECOVERY, account + ":" + plain);
    }
}
