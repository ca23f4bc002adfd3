// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseTypes;
import be.onthaal.database.Ids;
import be.onthaal.moving.internal.reading.Limits;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.Unpacking;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;

/** A town that moves in, and the person who does it. */
@TestConfiguration(proxyBeanMethods = false)
class MovingTown {

    private final TownFixtures towns;
    private final CaseTypes types;
    private final Transfers transfers;
    private final Steps steps;
    private final Folders folders;

    MovingTown(
            TownFixtures towns,
            CaseTypes types,
            Transfers transfers,
            Steps steps,
            Folders folders) {
        this.towns = towns;
        this.types = types;
        this.transfers = transfers;
        this.steps = steps;
        this.folders = folders;
    }

    /** A new authority with case types, and its administrator. */
    record Place(TestAuthority here, Caller mover) {}

    Place found() {
        return settle(towns.found().municipality());
    }

    Place settle(TestAuthority here) {
        Callers.run(here.administrator(), types::installStandard);
        return new Place(here, towns.person(here, StandardRole.ADMINISTRATOR, Optional.empty()));
    }

    /** Brings files and waits for the trial. */
    UUID tried(Place place, Map<String, String> files) {
        UUID id = brought(place, files);
        finish(place);
        return id;
    }

    UUID brought(Place place, Map<String, String> files) {
        UUID id = Ids.next();
        var staging = folders.of(place.here().authority().id(), id);
        var unpacking = new Unpacking(staging, Limits.USUAL);
        files.forEach((name, text) ->
                unpacking.take(
                        name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        Callers.run(place.mover(), () -> transfers.begin(id, unpacking.kept()));
        return id;
    }

    UUID broughtZip(Place place, byte[] zip) {
        UUID id = Ids.next();
        var unpacking = new Unpacking(folders.of(place.here().authority().id(), id), Limits.USUAL);
        unpacking.take("alles.zip", new ByteArrayInputStream(zip));
        Callers.run(place.mover(), () -> transfers.begin(id, unpacking.kept()));
        return id;
    }

    /** Brings files in for real. */
    UUID moved(Place place, Map<String, String> files) {
        UUID id = tried(place, files);
        start(place, id);
        finish(place);
        return id;
    }

    void start(Place place, UUID id) {
        Callers.run(place.mover(), () -> transfers.start(id));
    }

    void undo(Place place, UUID id) {
        Callers.run(place.mover(), () -> transfers.undo(id));
        finish(place);
    }

    void finish(Place place) {
        while (steps.step(place.here().authority())) {
            Thread.onSpinWait();
        }
    }

    TransferPage look(Place place, UUID id) {
        return Callers.as(place.mover(), () -> transfers.look(id, Optional.empty(), 0));
    }

    int count(Place place, UUID id, Sheet sheet, Verdict verdict) {
        return look(place, id).count(sheet, verdict);
    }

    /** The reasons of the rows, by file and row number. */
    Map<String, String> reasons(Place place, UUID id) {
        Map<String, String> reasons = new java.util.TreeMap<>();
        look(place, id)
                .lines()
                .forEach(line ->
                        line.outcome()
                                .flatMap(Line.Outcome::reason)
                                .ifPresent(why ->
                                        reasons.put(
                                                line.sheet().fileName() + " " + line.row().line(),
                                                why.key())));
        return reasons;
    }
}
