// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Entrusted;
import be.onthaal.cases.CaseFile;
import be.onthaal.organisation.Employee;
import java.util.List;

/**
 * Who sees a case beyond his rights.
 *
 * @param decides whether the reader says who does
 */
public record EntrustedPage(
        CaseFile file,
        String unitName,
        List<Entrusted> people,
        List<Employee> colleagues,
        boolean decides) {}
