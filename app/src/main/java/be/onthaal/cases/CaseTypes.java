// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Authorities;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sorts of cases an authority has, in versions; running cases keep the version they began with.
 */
@Service
public class CaseTypes {

    /** The code of the case type that every authority starts with. */
    public static final String INFORMATION_QUESTION = "information-question";

    private final CaseTypeRows rows;
    private final CaseTypeDrafts drafts;
    private final ReplyTemplates templates;
    private final Authorities authorities;
    private final Parts together;
    private final Clock clock;

    CaseTypes(
            CaseTypeRows rows,
            CaseTypeDrafts drafts,
            ReplyTemplates templates,
            Authorities authorities,
            Parts together,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.templates = templates;
        this.authorities = authorities;
        this.together = together;
        this.clock = clock;
    }

    /** Publishes a definition from today; the version before it ends for new cases. */
    @Transactional
    public CaseType publish(String code, CaseTypeDefinition definition) {
        Callers.require(Permission.ADMINISTER);
        UUID id = drafts.begin(code, definition).head().id();
        drafts.publish(id, 0, Brussels.today(clock));
        return get(id);
    }

    /** Gives a new authority the case types and reply templates that come with the product. */
    @Transactional
    public void installStandard() {
        Callers.require(Permission.ADMINISTER);
        StandardSet standard =
                StandardSet.of(authorities.get(Callers.current().authority()).kind());
        standard.templates().forEach(templates::install);
        drafts.install(standard.types());
    }

    /** The version that new cases get today. */
    @Transactional(readOnly = true)
    public CaseType current(String code) {
        return rows.current(code).orElseThrow(() -> new NotFound("cases.type"));
    }

    /** The version a case began with. */
    @Transactional(readOnly = true)
    public CaseType get(UUID id) {
        return rows.published(id).orElseThrow(() -> new NotFound("cases.type"));
    }

    /** The types that new cases can have today, by code. */
    @Transactional(readOnly = true)
    public List<CaseType> list() {
        return together.answer(rows.partOfCurrent());
    }

    /** The same, as a part of a page. */
    public Part<List<CaseType>> partOfList() {
        return rows.partOfCurrent();
    }
}
