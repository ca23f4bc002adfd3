// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long pages took, from the moment they were due; by kind of page and all together. */
final class Latencies {

    private static final long LONGEST_MICROS = 120_000_000;

    private final Histogram all = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<String, Histogram> kinds = new ConcurrentHashMap<>();

    void record(String kind, long nanos) {
        long micros = Math.clamp(nanos / 1_000, 1, LONGEST_MICROS);
        all.recordValue(micros);
        kinds.computeIfAbsent(kind, made -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                .recordValue(micros);
    }

    long count() {
        return all.getTotalCount();
    }

    /** In milliseconds, of all pages. */
    double percentile(double percent) {
        return millis(all, percent);
    }

    /** In milliseconds, of these kinds of pages together. */
    double percentile(Collection<String> of, double percent) {
        var together = new Histogram(LONGEST_MICROS, 3);
        of.stream().filter(kinds::containsKey).forEach(kind -> together.add(kinds.get(kind)));
        return millis(together, percent);
    }

    /** p50, p95 and p99 of each kind of page, a line each. */
    String table() {
        var lines = new StringBuilder();
        new TreeMap<>(kinds).forEach((kind, histogram) -> lines.append(line(kind, histogram)));
        return lines.append(line("all", all)).toString();
    }

    private static String line(String kind, Histogram histogram) {
        return "%-16s %7d pages   p50 %7.1f   p95 %7.1f   p99 %7.1f   max %7.1f ms%n"
                .formatted(
                        kind,
                        histogram.getTotalCount(),
                        millis(histogram, 50),
                        millis(histogram, 95),
                        millis(histogram, 99),
                        histogram.getMaxValue() / 1_000.0);
    }

    private static double millis(Histogram histogram, double percent) {
        return histogram.getValueAtPercentile(percent) / 1_000.0;
    }
}
