// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.PublicNumber;
import be.onthaal.organisation.EmployeeId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The cases of the authority: opened, handled, answered and closed, with every step on record. */
@Service
public class Cases {

    /** Opens a case; the same origin opens one case and finds it back after. */
    public CaseFile open(OpenCase command) {
        throw new UnsupportedOperationException();
    }

    /** The case with its tasks and notes. Showing it must be logged by whoever shows it. */
    public CaseDetail get(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** The case with its tasks and notes, with the consultation logged in the same commit. */
    public CaseDetail consult(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** The case with this number, if there is one that the caller may see. */
    public Optional<CaseFile> findByNumber(PublicNumber number) {
        throw new UnsupportedOperationException();
    }

    /** A page of a list that people work from. */
    public Page<CaseLine> list(CaseFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** How many cases each open view holds, exactly. */
    public Map<CaseFilter.View, Long> counts() {
        throw new UnsupportedOperationException();
    }

    /** The caller becomes the handler of a case that has none. */
    public void take(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Gives a case to a colleague; a matter for those who spread work. */
    public void assign(CaseId id, EmployeeId handler) {
        throw new UnsupportedOperationException();
    }

    /** Gives a case back to its unit. */
    public void release(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /** Gives a case to another unit, without a handler. */
    public void moveToUnit(CaseId id, UnitId unit) {
        throw new UnsupportedOperationException();
    }

    /** Ticks a task off. */
    public void finishTask(CaseId id, UUID task) {
        throw new UnsupportedOperationException();
    }

    /** Writes something down for colleagues. */
    public void addNote(CaseId id, String text) {
        throw new UnsupportedOperationException();
    }

    /** Records that the customer wrote about the case. */
    public void answerReceived(CaseId id, String summary, UUID entry) {
        throw new UnsupportedOperationException();
    }

    /** Records that an answer went to the customer. */
    public void answerSent(CaseId id, UUID dispatch, String summary) {
        throw new UnsupportedOperationException();
    }

    /** Ends a case with a result, provided it still is as the caller saw it. */
    public CaseFile close(CaseId id, int revision, String resultCode) {
        throw new UnsupportedOperationException();
    }

    /** Opens a closed case again. */
    public CaseFile reopen(CaseId id, String reason) {
        throw new UnsupportedOperationException();
    }
}
