// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/** The register of a test: empty at first, and the same for every town. */
@TestComponent
public class KboFixtures {

    private static final Caller IMPORT = Caller.service("test");

    private final Extracts extracts;
    private final AsOwner owner;
    private final TownFixtures towns;
    private final List<RecurringJob> jobs;

    KboFixtures(Extracts extracts, AsOwner owner, TownFixtures towns, List<RecurringJob> jobs) {
        this.extracts = extracts;
        this.jobs = jobs;
        this.owner = owner;
        this.towns = towns;
    }

    /** Forgets every extract, so that numbers begin again. */
    public void empty() {
        owner.execute("delete from kbo.extract");
        load(SmallExtract.full(1));
        owner.execute("delete from kbo.extract");
    }

    public Extract load(SmallExtract extract) {
        return Callers.as(IMPORT, () -> extracts.load("extract.zip", extract.stream()));
    }

    public Extract load(InputStream zip) {
        return Callers.as(IMPORT, () -> extracts.load("extract.zip", zip));
    }

    public Extract offer(SmallExtract extract) {
        return Callers.as(IMPORT, () -> extracts.offer("extract.zip", extract.stream()));
    }

    /** Waits until the extract at work is in or refused, as the job would see to it. */
    public void finish() {
        jobs.stream().filter(job -> job.name().equals("kbo")).forEach(RecurringJob::run);
    }

    public <T> T asImport(Supplier<T> work) {
        return Callers.as(IMPORT, work);
    }

    /** Somebody who works at the counter. */
    public Caller clerk() {
        TestAuthority town = towns.found().municipality();
        return towns.person(town, StandardRole.FIRST_LINE);
    }

    public Authority authority() {
        return towns.found().municipality().authority();
    }

    /** Tables that a loading left beside the live ones. */
    public List<String> leftovers() {
        return owner.column(
                "select relname from pg_class where relnamespace = 'kbo'::regnamespace"
                        + " and relname like '%\\_next%'");
    }

    public List<String> column(String sql) {
        return owner.column(sql);
    }
}
