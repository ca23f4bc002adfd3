// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same moment, as colleagues do. */
public final class Together {

    private Together() {}

    /** What came of each piece of work: its answer, or the exception it ended with. */
    public static <T> List<Object> run(List<Callable<T>> works) throws InterruptedException {
        var start = new CountDownLatch(1);
        List<Object> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return work.call();
                        }));
            }
            start.countDown();
            for (Future<T> one : running) {
                answers.add(answer(one));
            }
        }
        return answers;
    }

    private static Object answer(Future<?> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failure) {
            return Objects.requireNonNullElse(failure.getCause(), failure);
        }
    }
}
