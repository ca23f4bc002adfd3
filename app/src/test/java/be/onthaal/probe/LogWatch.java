// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Reads along with everything the application writes in its log, failures with their causes. */
final class LogWatch implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Reader reader = new Reader();

    LogWatch() {
        reader.setContext(root.getLoggerContext());
        reader.start();
        root.addAppender(reader);
    }

    /** Every line so far. */
    List<String> lines() {
        return List.copyOf(reader.lines);
    }

    /** The lines that hold anything of the canary. */
    List<String> leaks() {
        return lines().stream().filter(Canary::leaksInto).toList();
    }

    @Override
    public void close() {
        root.detachAppender(reader);
        reader.stop();
    }

    private static final class Reader extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy());
            if (event.getLevel().isGreaterOrEqual(Level.DEBUG)) {
                lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
            }
        }
    }
}
