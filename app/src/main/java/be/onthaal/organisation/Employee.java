// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import be.onthaal.access.AccountId;
import be.onthaal.common.EmailAddress;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody who works for an authority. */
public record Employee(
        EmployeeId id,
        AccountId account,
        String name,
        String function,
        EmailAddress email,
        LocalDate joinedOn,
        Optional<LocalDate> leftOn) {}
