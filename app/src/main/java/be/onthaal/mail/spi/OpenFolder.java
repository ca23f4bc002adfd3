// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

import java.time.Duration;
import java.util.List;

/** A folder that is being looked at, by one thread. */
public interface OpenFolder extends AutoCloseable {

    /** While this stays the same, a number means the same mail (RFC 3501, 2.3.1.1). */
    long uidValidity();

    /** Mails with a higher number, lowest first, at most so many. */
    List<ListedMail> list(long after, int most) throws MailServerProblem;

    /** The mails themselves, in the order asked; one that is gone by now is left out. */
    List<FetchedMail> fetch(List<ListedMail> wanted) throws MailServerProblem;

    /** The numbers of all mails up to this one that the server holds now. */
    List<Long> numbers(long until) throws MailServerProblem;

    /** Waits for new mail, no longer than this; true when the server says there may be some. */
    boolean awaitNews(Duration most) throws MailServerProblem;

    @Override
    void close();
}
