// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Recognises Cyrillic text whose character set was not declared: words made wholly of high bytes do
 * not occur in Western text, and the common letters tell KOI8-R from windows-1251.
 */
final class CyrillicGuess {

    private static final Charset KOI8 = Charset.forName("KOI8-R");
    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String COMMON = "оеаинтсрвлкОЕАИНТСРВЛК";
    private static final int SAMPLE = 4_096;

    private CyrillicGuess() {}

    static Optional<String> decode(byte[] bytes) {
        if (!hasForeignWords(bytes)) {
            return Optional.empty();
        }
        String koi8 = new String(bytes, KOI8);
        String windows = new String(bytes, WINDOWS);
        return Optional.of(countCommon(koi8) > countCommon(windows) ? koi8 : windows);
    }

    private static boolean hasForeignWords(byte[] bytes) {
        int run = 0;
        int inWords = 0;
        int alone = 0;
        for (int i = 0; i <= bytes.length && i <= SAMPLE; i++) {
            boolean high = i < bytes.length && (bytes[i] & 0xFF) >= 0xC0;
            if (high) {
                run++;
                continue;
            }
            if (run >= 3) {
                inWords += run;
            } else {
                alone += run;
            }
            run = 0;
        }
        return inWords >= 4 && inWords > alone;
    }

    private static long countCommon(String text) {
        return text.chars().limit(SAMPLE).filter(c -> COMMON.indexOf(c) >= 0).count();
    }
}
