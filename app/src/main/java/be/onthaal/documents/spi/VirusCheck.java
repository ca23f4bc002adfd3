// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.spi;

import java.io.IOException;
import java.io.InputStream;

/** Looks for viruses in a file. */
public interface VirusCheck {

    /** What it says of a file. */
    sealed interface Verdict {

        /** Nothing was found. */
        record Clean() implements Verdict {}

        /** Something was found, by the name it has there. */
        record Infected(String finding) implements Verdict {}
    }

    /** Whether there is one here at all. */
    boolean isThere();

    /** Looks at a file to its end; fails when it cannot say, and is then asked again. */
    Verdict check(InputStream bytes) throws IOException;
}
