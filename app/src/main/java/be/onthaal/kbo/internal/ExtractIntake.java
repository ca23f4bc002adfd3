// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.kbo.Extract;
import be.onthaal.kbo.ExtractAbout;
import be.onthaal.kbo.RegisterState;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an offered file in, when it follows what the register shows; one at a time. */
@Component
public class ExtractIntake {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ExtractFiles files;
    private final ExtractStore extracts;
    private final Loading loading;
    private final Audit audit;
    private final Clock clock;
    private final boolean activities;
    private final TransactionTemplate transaction;

    ExtractIntake(
            ExtractFiles files,
            ExtractStore extracts,
            Loading loading,
            Audit audit,
            Clock clock,
            @Value("${onthaal.kbo.activities:false}") boolean activities,
            PlatformTransactionManager manager) {
        this.files = files;
        this.extracts = extracts;
        this.loading = loading;
        this.audit = audit;
        this.clock = clock;
        this.activities = activities;
        this.transaction = new TransactionTemplate(manager);
    }

    public Extract offer(String name, InputStream content) {
        Caller caller = Callers.require(Permission.ADMINISTER);
        UUID id = Ids.next();
        ExtractFiles.Offered offered = files.keep(id, name, content);
        try {
            return transaction.execute(status -> begin(offered, caller));
        } catch (DuplicateKeyException another) {
            files.remove(id);
            throw new Refused("kbo.busy");
        } catch (RuntimeException failure) {
            files.remove(id);
            throw failure;
        }
    }

    public Extract load(String name, InputStream content) {
        Extract extract = offer(name, content);
        while (extract.state() == Extract.State.LOADING) {
            step();
            extract = get(extract.id());
        }
        return extract;
    }

    public Optional<Extract> find(UUID id) {
        return transaction.execute(status -> extracts.find(id));
    }

    public List<Extract> list(int most) {
        return transaction.execute(status -> extracts.list(most));
    }

    Extract get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("kbo.extract"));
    }

    /** Does a step, or waits a little while somebody else does. */
    void step() {
        if (!loading.step()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while an extract came in", stopped);
            }
        }
    }

    /** The row comes first: it keeps others out while the order of extracts is looked at. */
    private Extract begin(ExtractFiles.Offered offered, Caller caller) {
        extracts.insert(offered, activities, caller, clock.instant());
        follow(offered.about(), extracts.shown().map(RegisterState.Shown::about));
        Extract extract =
                extracts.find(offered.id()).orElseThrow(() -> new NotFound("kbo.extract"));
        audit.record(Loading.event("kbo.offered", extract));
        return extract;
    }

    /** An update goes on the extract before it only; nothing goes back. */
    private static void follow(ExtractAbout offered, Optional<ExtractAbout> shown) {
        boolean update = offered.kind() == ExtractAbout.Kind.UPDATE;
        if (update && shown.isEmpty()) {
            throw new Refused("kbo.full-first", offered.number());
        }
        int now = shown.map(ExtractAbout::number).orElse(0);
        if (offered.number() < now || (update && offered.number() == now)) {
            throw new Refused("kbo.older", offered.number(), now);
        }
        if (update && offered.number() > now + 1) {
            throw new Refused("kbo.gap", offered.number(), now, now + 1);
        }
    }
}
