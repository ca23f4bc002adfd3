// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Reads the words of a page with Tesseract: a process for each page, with one thread, a limit of
 * time and one of memory. Where it is not installed pages have no words, and everything else works.
 */
@Component
@EnableConfigurationProperties(ScanSettings.class)
class Tesseract {

    private static final Logger log = LoggerFactory.getLogger(Tesseract.class);
    private static final long LARGEST = 16L * 1024 * 1024;
    private static final Pattern TURN = Pattern.compile("(?m)^Rotate: (90|180|270)$");
    private static final Pattern SURE =
            Pattern.compile("(?m)^Orientation confidence: ([0-9]+\\.[0-9]+)$");

    /** Below this it guesses which way a page stands. */
    private static final double SURE_ENOUGH = 2.0;

    private final ScanSettings settings;
    private final Optional<Path> program;

    Tesseract(ScanSettings settings) {
        this.settings = settings;
        this.program = program(settings.tesseract());
    }

    /** Whether it is there. */
    boolean isThere() {
        return program.isPresent();
    }

    /** It was ended: the page took too long or too much. */
    static final class TooHeavy extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** By how many degrees a page must be turned to the right to stand upright. */
    int turn(byte[] photograph) throws IOException {
        try {
            String said = run(photograph, "--psm", "0", "-l", "osd");
            Matcher sure = SURE.matcher(said);
            Matcher turn = TURN.matcher(said);
            return sure.find() && Double.parseDouble(sure.group(1)) >= SURE_ENOUGH && turn.find()
                    ? Integer.parseInt(turn.group(1))
                    : 0;
        } catch (TooHeavy unknown) {
            return 0;
        }
    }

    /** The words of a page that stands upright, with their places. */
    PageWords words(byte[] photograph, int dots) throws IOException, TooHeavy {
        return PageWords.ofTsv(
                run(
                        photograph,
                        "--dpi",
                        String.valueOf(dots),
                        "--psm",
                        "3",
                        "-l",
                        settings.languages(),
                        "-c",
                        "tessedit_create_tsv=1"));
    }

    /** Runs it in a folder of its own, which goes with all that is in it. */
    private String run(byte[] photograph, String... options) throws IOException, TooHeavy {
        if (program.isEmpty()) {
            return "";
        }
        Path folder = Files.createTempDirectory("onthaal-ocr");
        try {
            Path page = folder.resolve("page.jpg");
            Files.write(page, photograph);
            var process = started(program.get(), folder, page, List.of(options));
            if (!process.waitFor(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.waitFor();
                throw new TooHeavy();
            }
            Path said = folder.resolve("said");
            if (process.exitValue() != 0) {
                log.info("Tesseract ended with {}", process.exitValue());
                return "";
            }
            return Files.size(said) > LARGEST ? "" : Files.readString(said, StandardCharsets.UTF_8);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            emptied(folder);
        }
    }

    private Process started(Path tesseract, Path folder, Path page, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -v \"$1\"; shift; exec \"$@\"",
                        "sh",
                        String.valueOf(settings.memory() * 1_024L),
                        tesseract.toString(),
                        page.toString(),
                        "stdout"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String data = environment.getOrDefault("TESSDATA_PREFIX", "");
        environment.clear();
        environment.put("OMP_THREAD_LIMIT", "1");
        environment.put("LC_ALL", "C");
        if (!data.isEmpty()) {
            environment.put("TESSDATA_PREFIX", data);
        }
        builder.redirectOutput(folder.resolve("said").toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static void emptied(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) {
                Files.deleteIfExists(one);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static Optional<Path> program(String name) {
        if (name.contains("/")) {
            return Optional.of(Path.of(name)).filter(Files::isExecutable);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
