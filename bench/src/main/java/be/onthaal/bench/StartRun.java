// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** From the command to the first page, on data that is there: the middle of three starts. */
final class StartRun {

    private static final int TIMES = 3;

    private final Run run;

    StartRun(Run run) {
        this.run = run;
    }

    void measure() throws IOException, InterruptedException {
        keep("second start", median("./onthaal", "run"), 8, "start");
        Path release = Path.of("target/onthaal/bin/onthaal");
        if (Files.exists(release)) {
            keep("start of a release", median(release.toString()), 4, "start");
        } else {
            System.err.println("No release to start; make one with ./onthaal dist");
        }
    }

    private void keep(String name, double seconds, double target, String scenario) {
        run.low(new Run.Measured(name, seconds, "s", target), scenario, "none", "warm");
    }

    private double median(String... command) throws IOException, InterruptedException {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            try (Product product = Product.start(run.options().data(), command)) {
                times[i] = product.startTime().toMillis() / 1_000.0;
            }
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }
}
