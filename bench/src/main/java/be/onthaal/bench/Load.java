// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Open-loop load: pages are asked at their own moments, whether or not earlier ones have come back,
 * and a page that had to wait for its turn took that long (no coordinated omission).
 */
final class Load implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Product product;
    private final List<String> cookies;
    private final SplittableRandom random;

    Load(Product product, List<String> cookies, int seed) {
        this.product = product;
        this.cookies = cookies;
        this.random = new SplittableRandom(seed);
    }

    /** What came of a run. */
    static final class Outcome {

        final Latencies latencies = new Latencies();
        final Map<String, LongAdder> answered = new ConcurrentHashMap<>();
        final Map<String, Integer> statements = new ConcurrentHashMap<>();
        final LongAdder failed = new LongAdder();
        final LongAdder bytes = new LongAdder();

        int mostStatements() {
            return statements.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        Map<String, Integer> statementsByKind() {
            return new TreeMap<>(statements);
        }
    }

    /** Asks so many pages a second, at irregular moments as people do, for so long. */
    Outcome run(Visit.Round visits, int rate, int seconds) {
        var outcome = new Outcome();
        long due = System.nanoTime();
        long end = due + Duration.ofSeconds(seconds).toNanos();
        var last = new java.util.concurrent.Phaser(1);
        while (due < end) {
            due += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / rate);
            waitUntil(due);
            Visit visit = visits.next();
            HttpRequest request = request(visit);
            long moment = due;
            last.register();
            workers.execute(() -> {
                try {
                    ask(visit, request, moment, outcome);
                } finally {
                    last.arriveAndDeregister();
                }
            });
        }
        last.arriveAndAwaitAdvance();
        return outcome;
    }

    @Override
    public void close() {
        workers.close();
        client.close();
    }

    private HttpRequest request(Visit visit) {
        String cookie = cookies.get(random.nextInt(cookies.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(product.at(visit.path()))
                        .header("Cookie", cookie)
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofSeconds(60));
        visit.form()
                .ifPresent(form ->
                        request.header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return request.build();
    }

    private void ask(Visit visit, HttpRequest request, long due, Outcome outcome) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            outcome.latencies.record(visit.kind(), System.nanoTime() - due);
            if (answer.statusCode() != 200) {
                outcome.failed.increment();
                return;
            }
            outcome.answered.computeIfAbsent(visit.kind(), made -> new LongAdder()).increment();
            outcome.bytes.add(answer.body().length);
            answer.headers()
                    .firstValue("Onthaal-Statements")
                    .map(Integer::valueOf)
                    .ifPresent(count -> outcome.statements.merge(visit.kind(), count, Math::max));
        } catch (IOException lost) {
            outcome.failed.increment();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
