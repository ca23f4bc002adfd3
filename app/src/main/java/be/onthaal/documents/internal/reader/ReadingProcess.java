// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process that reads, with the folder it works in. Used by one thread at a time. */
final class ReadingProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;
    private int read;

    private ReadingProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.questions = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** Starts one; it knows nothing of the environment of the product. */
    static ReadingProcess start(String memory) throws IOException {
        Path folder = Files.createTempDirectory("onthaal-reading");
        var builder = new ProcessBuilder(command(memory, folder)).directory(folder.toFile());
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var started = new ReadingProcess(folder, builder.start());
        started.awaitReady();
        return started;
    }

    /** What cannot even start says nothing about any file. */
    private void awaitReady() throws IOException {
        var late = endedAfter(START);
        try {
            if (answers.readInt() != ReadingMain.READY) {
                throw new IOException("The reading process does not start");
            }
        } catch (IOException failure) {
            close();
            throw failure;
        } finally {
            late.complete(false);
        }
    }

    /** Ends the process after a time, unless what is given back was completed before. */
    private CompletableFuture<Boolean> endedAfter(Duration time) {
        var late = new CompletableFuture<Boolean>();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (late.complete(true)) {
                        process.destroyForcibly();
                    }
                });
        return late;
    }

    private static List<String> command(String memory, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-cp",
                classPath(),
                ReadingMain.class.getName());
    }

    /** The class path of the product, also for who works in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** How many files it has read. */
    int read() {
        return read;
    }

    /** Asks about a file; when it does not answer in time it is ended, and so is this. */
    Found ask(InputStream file, Asked asked, Duration patience) throws IOException {
        read++;
        Path here = folder.resolve(ReadingMain.FILE);
        Files.copy(file, here, StandardCopyOption.REPLACE_EXISTING);
        var late = endedAfter(patience);
        try {
            return exchange(asked);
        } catch (IOException nonsense) {
            throw new Unanswered(late.isDone(), nonsense);
        } finally {
            late.complete(false);
            Files.deleteIfExists(here);
        }
    }

    /** The file was too much for it: it gave no answer, or none in time. */
    static final class Unanswered extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean late;

        Unanswered(boolean late, IOException nonsense) {
            super(nonsense);
            this.late = late;
        }

        boolean late() {
            return late;
        }
    }

    private Found exchange(Asked asked) throws IOException {
        var question = new ByteArrayOutputStream();
        asked.write(new DataOutputStream(question));
        questions.writeInt(question.size());
        question.writeTo(questions);
        questions.flush();
        int length = answers.readInt();
        if (length < 0 || length > Found.LARGEST) {
            throw new IOException("An answer that is too long");
        }
        byte[] answer = answers.readNBytes(length);
        if (answer.length < length) {
            throw new IOException("Half an answer");
        }
        return Found.read(new DataInputStream(new ByteArrayInputStream(answer)));
    }

    /** Ends it and all that it started, and takes its folder away. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
