// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access.spi;

import be.onthaal.access.AccountId;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Standing;
import java.util.List;
import java.util.Optional;

/** Who works for which authority and with which rights; kept by the organisation. */
public interface StaffDirectory {

    /** The authorities that an account works for today; asked during sign-in. */
    List<AuthorityId> employersOf(AccountId account);

    /** The rights of an account for an authority today; empty when it does not work there. */
    Optional<Standing> standingOf(AccountId account, AuthorityId authority);
}
