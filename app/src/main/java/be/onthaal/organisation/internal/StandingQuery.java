// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation.internal;

import static be.onthaal.organisation.internal.db.Tables.EMPLOYERS;
import static be.onthaal.organisation.internal.db.Tables.STANDING;

import be.onthaal.access.AccountId;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Standing;
import be.onthaal.access.UnitId;
import be.onthaal.access.spi.StaffDirectory;
import be.onthaal.common.Brussels;
import be.onthaal.organisation.internal.db.tables.records.StandingRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers sign-in from the grants, through two functions that give no more than was asked. */
@Component
class StandingQuery implements StaffDirectory {

    private final DSLContext sql;
    private final Clock clock;

    StandingQuery(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuthorityId> employersOf(AccountId account) {
        return sql.selectFrom(EMPLOYERS.call(account.value()))
                .fetch(row -> new AuthorityId(row.getEmployers()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standingOf(AccountId account, AuthorityId authority) {
        LocalDate today = Brussels.today(clock);
        return sql.selectFrom(STANDING.call(account.value(), authority.value(), today))
                .fetchOptional(row -> read(row, today));
    }

    private static Standing read(StandingRecord row, LocalDate today) {
        LocalDate next =
                Optional.ofNullable(row.getNextChange()).orElseGet(() -> today.plusDays(1));
        return new Standing(
                row.getEmployeeId(),
                row.getName(),
                Arrays.stream(row.getPermissions())
                        .map(Permission::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream(row.getUnits()).map(UnitId::new).collect(Collectors.toSet()),
                Confidentiality.of(row.getClearance()),
                Brussels.startOfDay(next));
    }
}
