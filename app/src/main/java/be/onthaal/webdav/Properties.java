// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is told of a place: what the server knows itself, and what programs want remembered. */
@Component
class Properties {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final DeadProperties dead;
    private final ProgramLocks locks;
    private final EditedDocument document;
    private final Clock clock;

    Properties(DeadProperties dead, ProgramLocks locks, EditedDocument document, Clock clock) {
        this.dead = dead;
        this.locks = locks;
        this.document = document;
        this.clock = clock;
    }

    /** All properties of a place, each as an element. */
    Map<PropertyName, String> of(EditAddress address, DavRequest request, Entry entry) {
        var all = new LinkedHashMap<PropertyName, String>();
        live(all, "displayname", Xml.escaped(entry.path().name()));
        live(all, "creationdate", DateTimeFormatter.ISO_INSTANT.format(seconds(entry.madeAt())));
        live(all, "getlastmodified", moment(entry.changedAt()));
        live(all, "resourcetype", entry.isFolder() ? "<D:collection/>" : "");
        live(all, "supportedlock", supported(entry));
        live(all, "lockdiscovery", discovered(address, request, entry));
        if (!entry.isFolder()) {
            live(all, "getcontentlength", String.valueOf(entry.size()));
            live(all, "getcontenttype", Xml.escaped(entry.type()));
            live(all, "getetag", Xml.escaped(entry.etag()));
        }
        dead.of(address, entry.path()).forEach(all::putIfAbsent);
        return all;
    }

    /** A property that the server keeps itself, which no program changes. */
    static boolean isLive(PropertyName name) {
        return name.space().equals(PropertyName.DAV)
                && List.of(
                                "creationdate",
                                "displayname",
                                "getcontentlength",
                                "getcontenttype",
                                "getetag",
                                "getlastmodified",
                                "lockdiscovery",
                                "resourcetype",
                                "supportedlock")
                        .contains(name.name());
    }

    /** Who holds a place now; of a colleague the name, and not by which lock. */
    String discovered(EditAddress address, DavRequest request, Entry entry) {
        var all = new StringBuilder();
        for (ProgramLock lock : locks.covering(address, entry.path())) {
            String root = request.address() + lock.path().written();
            all.append(active(lock, Xml.escaped(root)));
        }
        if (entry.isDocument()) {
            document.colleague(address)
                    .ifPresent(lock -> all.append(colleague(lock, request.written(entry))));
        }
        return all.toString();
    }

    private String active(ProgramLock lock, String root) {
        return "<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope>%s</D:lockscope>"
                        .formatted(lock.shared() ? "<D:shared/>" : "<D:exclusive/>")
                + "<D:depth>%s</D:depth><D:owner>%s</D:owner><D:timeout>Second-%d</D:timeout>"
                        .formatted(lock.deep() ? "infinity" : "0", lock.owner(), left(lock.until()))
                + "<D:locktoken><D:href>%s</D:href></D:locktoken>".formatted(lock.name())
                + "<D:lockroot><D:href>%s</D:href></D:lockroot></D:activelock>".formatted(root);
    }

    private String colleague(Document.Lock lock, String root) {
        return "<D:activelock><D:locktype><D:write/></D:locktype>"
                + "<D:lockscope><D:exclusive/></D:lockscope><D:depth>0</D:depth>"
                + "<D:owner>%s</D:owner><D:timeout>Second-%d</D:timeout>"
                        .formatted(Xml.escaped(lock.name()), left(lock.until()))
                + "<D:lockroot><D:href>%s</D:href></D:lockroot></D:activelock>"
                        .formatted(Xml.escaped(root));
    }

    private long left(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    }

    private static String supported(Entry entry) {
        String one =
                "<D:lockentry><D:lockscope>%s</D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>";
        return entry.isDocument()
                ? one.formatted("<D:exclusive/>")
                : one.formatted("<D:exclusive/>") + one.formatted("<D:shared/>");
    }

    /** As HTTP writes a moment. */
    static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneOffset.UTC));
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static void live(Map<PropertyName, String> all, String name, String content) {
        all.put(
                PropertyName.dav(name),
                content.isEmpty()
                        ? "<D:" + name + "/>"
                        : "<D:" + name + ">" + content + "</D:" + name + ">");
    }
}
