// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who searches while the register is renewed sees the one before or the one after, never a mixture.
 */
@OnthaalTest
@Import(KboFixtures.class)
class ReadersTest {

    private static final EnterpriseNumber BAKERY =
            EnterpriseNumber.parse(SmallExtract.BAKERY).orElseThrow();

    @Autowired KboFixtures kbo;
    @Autowired Enterprises enterprises;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void aReaderSeesOneWholeExtract() throws InterruptedException {
        kbo.empty();
        kbo.load(version(140));
        Caller clerk = kbo.clerk();
        var ended = new AtomicBoolean();
        var looks = new AtomicInteger();
        Set<String> wrong = ConcurrentHashMap.newKeySet();
        List<Thread> readers =
                List.of(reader(clerk, ended, looks, wrong), reader(clerk, ended, looks, wrong));
        for (int number = 141; number < 149; number++) {
            kbo.load(number % 3 == 0 ? change(number) : version(number));
        }
        ended.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(wrong).isEmpty();
        assertThat(looks).hasValueGreaterThan(20);
    }

    @Test
    void whoReadsForLongIsWaitedForAndHoldsUpNobody() throws InterruptedException {
        kbo.empty();
        kbo.load(version(140));
        var transaction = new TransactionTemplate(transactions);
        var ready = new AtomicBoolean();
        var release = new AtomicBoolean();
        Thread slow =
                Thread.ofVirtual()
                        .start(() ->
                                kbo.asImport(() ->
                                        transaction.execute(status -> {
                                            enterprises.find(BAKERY);
                                            ready.set(true);
                                            await(release);
                                            return 1;
                                        })));
        await(ready);
        Extract offered = kbo.offer(version(141));
        kbo.finish();

        assertThat(kbo.asImport(() -> enterprises.find(BAKERY)).orElseThrow().name())
                .endsWith("140");

        release.set(true);
        slow.join();
        kbo.finish();

        assertThat(kbo.column("select state from kbo.extract where id = '" + offered.id() + "'"))
                .containsExactly("TAKEN");
        assertThat(kbo.asImport(() -> enterprises.find(BAKERY)).orElseThrow().name())
                .endsWith("141");
    }

    private Thread reader(
            Caller clerk, AtomicBoolean ended, AtomicInteger looks, Set<String> wrong) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (!ended.get()) {
                        look(clerk, wrong);
                        looks.incrementAndGet();
                    }
                });
    }

    private void look(Caller clerk, Set<String> wrong) {
        Optional<Enterprise> bakery = Callers.as(clerk, () -> enterprises.find(BAKERY));
        String version = bakery.map(found -> last(found.name())).orElse("absent");
        boolean whole =
                bakery.isPresent()
                        && bakery.get().addresses().getFirst().street().dutch().endsWith(version)
                        && bakery.get().contacts().getFirst().value().endsWith(version);
        if (!whole) {
            wrong.add("find: " + bakery);
        }
        List<EnterpriseFound> found =
                Callers.as(clerk, () -> enterprises.search("bakkerij", Optional.empty(), 5));
        if (found.size() != 1
                || !found.getFirst()
                        .municipality()
                        .dutch()
                        .endsWith(last(found.getFirst().name()))) {
            wrong.add("search: " + found);
        }
    }

    private static SmallExtract version(int number) {
        return content(SmallExtract.full(number), number)
                .row(
                        "enterprise.csv",
                        "\"" + SmallExtract.BAKERY + "\",\"AC\",\"000\",\"2\",\"610\",,01-01-2000");
    }

    private static SmallExtract change(int number) {
        String gone = "\"EntityNumber\"\n\"" + SmallExtract.BAKERY + "\"\n";
        return content(SmallExtract.update(number), number)
                .text("denomination_delete.csv", gone)
                .text("address_delete.csv", gone)
                .text("contact_delete.csv", gone);
    }

    private static SmallExtract content(SmallExtract extract, int number) {
        return extract.named(SmallExtract.BAKERY, "001", "Bakkerij " + number)
                .at(SmallExtract.BAKERY, "2640", "Mortsel " + number, "Kerkstraat " + number)
                .row(
                        "contact.csv",
                        "\"%s\",\"ENT\",\"TEL\",\"%d\"".formatted(SmallExtract.BAKERY, number));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static void await(AtomicBoolean signal) {
        while (!signal.get()) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
