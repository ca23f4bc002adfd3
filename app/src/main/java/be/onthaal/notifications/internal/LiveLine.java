// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.notifications.internal;

import be.onthaal.access.AuthorityId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One line per process: what changed here is told to PostgreSQL a quarter of a second later, once
 * for many changes, and what any process tells comes back to the browsers that are connected here.
 */
@Component
public class LiveLine implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveLine.class);
    private static final Duration COALESCE = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_BROWSERS = 5_000;

    private final DataSource dataSource;
    private final Set<Said> waiting = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    LiveLine(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Said(AuthorityId authority, String topic) {}

    private record Listener(AuthorityId authority, Set<String> topics, SseEmitter emitter) {}

    public void say(AuthorityId authority, String topic) {
        waiting.add(new Said(authority, topic));
    }

    SseEmitter listen(AuthorityId authority, Set<String> topics) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var listener = new Listener(authority, topics, emitter);
        if (listeners.size() >= MOST_BROWSERS) {
            emitter.complete();
            return emitter;
        }
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> listeners.remove(listener));
        listeners.add(listener);
        return emitter;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live").start(this::keepGoing);
    }

    @Override
    public void stop() {
        running = false;
        listeners.forEach(listener -> listener.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepGoing() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen onthaal_live");
                }
                carry(connection, connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                if (running) {
                    log.info("The live line is down and tries again");
                    pause();
                }
            }
        }
    }

    private void carry(Connection connection, PGConnection line) throws SQLException {
        while (running) {
            tell(connection);
            PGNotification[] heard = line.getNotifications((int) COALESCE.toMillis());
            if (heard != null) {
                for (PGNotification notification : heard) {
                    pass(notification.getParameter());
                }
            }
        }
    }

    private void tell(Connection connection) throws SQLException {
        for (Said said : waiting) {
            waiting.remove(said);
            try (PreparedStatement notify =
                    connection.prepareStatement("select pg_notify('onthaal_live', ?)")) {
                notify.setString(1, said.authority() + " " + said.topic());
                notify.execute();
            }
        }
    }

    private void pass(String heard) {
        String[] parts = heard.split(" ", 2);
        if (parts.length < 2) {
            return;
        }
        AuthorityId authority = AuthorityId.of(parts[0]);
        for (Listener listener : listeners) {
            if (listener.authority().equals(authority) && listener.topics().contains(parts[1])) {
                send(listener, parts[1]);
            }
        }
    }

    private void send(Listener listener, String topic) {
        try {
            listener.emitter().send(SseEmitter.event().name("refresh").data(topic));
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
