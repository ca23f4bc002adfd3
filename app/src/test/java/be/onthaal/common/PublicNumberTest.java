// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNumberTest {

    private static final PublicNumber CASE = new PublicNumber("Z", 2026, 4217);
    private static final Set<String> PREFIXES = Set.of("Z", "I", "U");

    @Test
    void itIsWrittenWithSixDigitsOrMore() {
        assertThat(CASE.display()).isEqualTo("Z-2026-004217");
        assertThat(CASE.inSubject()).isEqualTo("[Z-2026-004217]");
        assertThat(new PublicNumber("I", 2026, 12_345_678)).hasToString("I-2026-12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z-2026-004217",
                "z-2026-4217",
                " z - 2026 - 004217 ",
                "Z 2026 4217",
                "z2026-004217",
                "[Z-2026-004217]",
                "Z\u20132026\u2013004217"
            })
    void aNumberReadAloudIsUnderstood(String text) {
        assertThat(PublicNumber.parse(text)).contains(CASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z-2026-0",
                "Z-0026-4217",
                "-2026-4217",
                "Z-2026",
                "Z-2026-1234567890",
                "ZAAKNR-2026-4217",
                "Z-2026-4217 bis",
                "\u0396-2026-4217"
            })
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(PublicNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: [Z-2026-004217] Uw aanvraag",
                "FW: RE: uw vraag Z-2026-004217",
                "Antw:[z-2026-004217]",
                "betreft zaak z-2026-4217, dank u",
                "zaak Z - 2026 - 004217",
                "(Z-2026-004217)",
                "Z-2026-004217.",
                "Z-2026-004217.pdf",
                "klacht\u00a0Z\u20112026\u2011004217",
                "Z-2026-\n 004217 gevouwen"
            })
    void itIsFoundInAMailSubject(String subject) {
        assertThat(PublicNumber.findIn(subject, PREFIXES)).contains(CASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "XZ-2026-004217",
                "Z-2026-004217A",
                "Z-2026-0042170000",
                "A-Z-2026-004217",
                "Z-2026-004217-01",
                "ref_Z-2026-004217",
                "\u00e9Z-2026-004217",
                "Z-2026-000000",
                "NL-2026-004217",
                "wilt u - 2026 - 12 stoelen",
                "wilt u 2026-004217",
                "kan u-2026-12-01 komen"
            })
    void longerWordsAndOtherNumbersAreNoHits(String subject) {
        assertThat(PublicNumber.findIn(subject, PREFIXES)).isEmpty();
    }

    @Test
    void theNumberBetweenBracketsWinsOverOthers() {
        String subject = "Zoals Z-2026-000001: [Z-2026-004217] en Z-2026-000002";

        assertThat(PublicNumber.findIn(subject, PREFIXES)).contains(CASE);
        assertThat(PublicNumber.findIn("U-2026-000009 bij Z-2026-004217", Set.of("Z")))
                .contains(CASE);
        assertThat(PublicNumber.findIn(subject, Set.of())).isEmpty();
    }

    @Test
    void aWholeMailIsSearchedWithoutDelay() {
        long before = processorNanos();

        for (String part : new String[] {"Z", "Z-2026-", "Z - ", "Z-2026-00421", "[", " "}) {
            String text = part.repeat(1_000_000 / part.length()) + " [Z-2026-004217]";
            assertThat(PublicNumber.findIn(text, PREFIXES)).contains(CASE);
        }

        assertThat(Duration.ofNanos(processorNanos() - before)).isLessThan(Duration.ofSeconds(2));
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void numbersThatCannotBeWrittenAreRefused() {
        assertThatThrownBy(() -> new PublicNumber("z", 2026, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublicNumber("Z", 26, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublicNumber("Z", 2026, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
