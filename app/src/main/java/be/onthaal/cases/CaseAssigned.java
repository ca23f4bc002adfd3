// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;

/**
 * A case got a handler, in this transaction.
 *
 * @param byHimself whether he took it himself, and so needs no telling
 */
public record CaseAssigned(
        CaseId id, PublicNumber number, String subject, EmployeeId handler, boolean byHimself) {}
