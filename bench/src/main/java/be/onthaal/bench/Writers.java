// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Clients that each do the next thing as soon as the last is done. */
final class Writers {

    private Writers() {}

    /** How many were done in a second, and how long each took. */
    record Outcome(double perSecond, Latencies latencies) {}

    /** So many clients for so many seconds; what each does gets a number of its own. */
    static Outcome run(String kind, int clients, int seconds, IntConsumer work)
            throws InterruptedException {
        var latencies = new Latencies();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Void>> each = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                each.add(() -> {
                    for (int n = first; System.nanoTime() < end; n += clients) {
                        long from = System.nanoTime();
                        work.accept(n);
                        latencies.record(kind, System.nanoTime() - from);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(each)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        double taken = (System.nanoTime() - begin) / 1e9;
        return new Outcome(latencies.count() / taken, latencies);
    }
}
