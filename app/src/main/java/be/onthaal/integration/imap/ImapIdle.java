// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the server to speak (RFC 2177). The library waits for ever and takes a read time-out
 * for nothing; here it ends the wait, and a second one means that the line is dead.
 */
final class ImapIdle {

    private final IMAPProtocol protocol;

    ImapIdle(IMAPProtocol protocol) {
        this.protocol = protocol;
    }

    /** True when mail arrived; the read time-out of the socket is the unit in which it waits. */
    boolean await(Duration most) throws ProtocolException {
        long end = System.nanoTime() + most.toNanos();
        protocol.idleStart();
        boolean news = false;
        while (!news && System.nanoTime() < end) {
            Response response = next();
            if (response == null) {
                continue;
            }
            news = isNews(response);
            if (!protocol.processIdleResponse(response)) {
                return news;
            }
        }
        return stop(news);
    }

    private boolean stop(boolean before) throws ProtocolException {
        boolean news = before;
        protocol.idleAbort();
        while (true) {
            Response response = next();
            if (response == null) {
                throw new ConnectionException(
                        protocol, Response.byeResponse(new SocketTimeoutException()));
            }
            news |= isNews(response);
            if (!protocol.processIdleResponse(response)) {
                return news;
            }
        }
    }

    /** Nothing when nothing was said in time. */
    private @Nullable Response next() {
        Response response = protocol.readIdleResponse();
        if (response == null) {
            return null;
        }
        boolean silence =
                response.isBYE()
                        && response.isSynthetic()
                        && response.getException() instanceof SocketTimeoutException;
        return silence ? null : response;
    }

    private static boolean isNews(Response response) {
        return response instanceof IMAPResponse untagged
                && (untagged.keyEquals("EXISTS") || untagged.keyEquals("RECENT"));
    }
}
