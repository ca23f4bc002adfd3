// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.DocumentKind;
import be.onthaal.cases.model.RoleDefinition;
import java.util.List;

/** The pieces and the people without which a case may not end well, and that it does not have. */
public record CaseLacks(List<DocumentKind> documents, List<RoleDefinition> roles) {

    public static final CaseLacks NOTHING = new CaseLacks(List.of(), List.of());

    public CaseLacks {
        documents = List.copyOf(documents);
        roles = List.copyOf(roles);
    }

    public boolean isNothing() {
        return documents.isEmpty() && roles.isEmpty();
    }
}
