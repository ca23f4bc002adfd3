// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** The process that reads: it answers questions about the file in its folder, one by one. */
final class ReadingMain {

    static final String FILE = "file";

    /** What it says first, when it can be asked. */
    static final int READY = 0x0A5C;

    private static final int LONGEST_QUESTION = 64 * 1024;

    private ReadingMain() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new DataOutputStream(System.out);
        var questions = new DataInputStream(System.in);
        // What a library prints is no answer.
        System.setOut(System.err);
        Path file = Path.of(FILE);
        PdfFile.warmUp();
        answers.writeInt(READY);
        answers.flush();
        try {
            while (true) {
                answer(FileReading.of(file, question(questions)), answers);
            }
        } catch (EOFException nobodyAsksAnyMore) {
            answers.flush();
        }
    }

    private static Asked question(DataInputStream questions) throws IOException {
        int length = questions.readInt();
        if (length < 0 || length > LONGEST_QUESTION) {
            throw new IOException("A question that is too long");
        }
        byte[] question = questions.readNBytes(length);
        return Asked.read(new DataInputStream(new ByteArrayInputStream(question)));
    }

    private static void answer(Found found, DataOutputStream answers) throws IOException {
        var whole = new ByteArrayOutputStream();
        found.write(new DataOutputStream(whole));
        answers.writeInt(whole.size());
        whole.writeTo(answers);
        answers.flush();
    }
}
