// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The sorts of cases an authority has, in versions; running cases keep the version they began with. */
@Service
public class CaseTypes {

    /** The code of the case type that every authority starts with. */
    public static final String INFORMATION_QUESTION = "information-question";

    /** Publishes a definition from today; the version before it ends for new cases. */
    public CaseType publish(String code, CaseTypeDefinition definition) {
        throw new UnsupportedOperationException();
    }

    /** Gives a new authority the case types and reply templates that come with the product. */
    public void installStandard() {
        throw new UnsupportedOperationException();
    }

    /** The version that new cases get today. */
    public CaseType current(String code) {
        throw new UnsupportedOperationException();
    }

    /** The version a case began with. */
    public CaseType get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The types that new cases can have today, by code. */
    public List<CaseType> list() {
        throw new UnsupportedOperationException();
    }
}
