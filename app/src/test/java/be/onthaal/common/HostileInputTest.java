// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What anybody may paste into a field is refused quietly and quickly. */
class HostileInputTest {

    private static final int TEN_MEGABYTES = 10_000_000;
    private static final List<String> GOOD =
            List.of(
                    "85073003328",
                    "0204923881",
                    "2000000339",
                    "OVO002949",
                    "11029",
                    "090338634124",
                    "BE68539007547034",
                    "jan@mortsel.be",
                    "0475123456",
                    "2000-05-31",
                    "Z-2026-004217");

    private static final List<String> FLOODS =
            Stream.of("0", " ", "a", "+", "@", "a@", "-", "[", "Z-2026-")
                    .map(part -> part.repeat(TEN_MEGABYTES / part.length()))
                    .toList();

    interface Parser extends Function<String, Optional<?>> {}

    static Stream<Named<Parser>> parsers() {
        return Stream.of(
                Named.of("national number", NationalNumber::parse),
                Named.of("enterprise number", EnterpriseNumber::parse),
                Named.of("establishment number", EstablishmentNumber::parse),
                Named.of("OVO code", OvoCode::parse),
                Named.of("NIS code", NisCode::parse),
                Named.of("structured communication", StructuredCommunication::parse),
                Named.of("IBAN", Iban::parse),
                Named.of("e-mail address", EmailAddress::parse),
                Named.of("telephone number", PhoneNumber::parse),
                Named.of("partial date", PartialDate::parse),
                Named.of("public number", PublicNumber::parse),
                Named.of("token", Token::parse),
                Named.of("digest", Digest::parse));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void emptyTextIsNothing(Parser parser) {
        for (String text : List.of("", " ", "\n", "\u0000", "-", "+", ".", "@", "[]", "()")) {
            assertThat(parser.apply(text)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void tenMegabytesAreRefusedAtOnce(Parser parser) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        FLOODS.forEach(text -> assertThat(parser.apply(text)).isEmpty());
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void digitsOfOtherScriptsAreNoDigits(Parser parser) {
        for (String good : GOOD) {
            for (char zero : new char[] {'\u0660', '\u0966', '\uff10'}) {
                var text = new StringBuilder();
                good.chars()
                        .forEach(c ->
                                text.append((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)));

                boolean foreign = !text.toString().equals(good);

                assertThat(foreign && parser.apply(text.toString()).isPresent()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void aNulInsideIsNeverSwallowed(Parser parser) {
        for (String good : GOOD) {
            String middle = good.substring(0, 4) + "\u0000" + good.substring(4);

            assertThat(parser.apply(middle)).isEmpty();
            assertThat(parser.apply(good + "\u0000")).isEmpty();
            assertThat(parser.apply("\u0000" + good)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void noiseIsReadOrRefusedButNeverFails(Parser parser) {
        var random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int noise = random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(0x11000);
                text.insert(random.nextInt(text.length() + 1), Character.toChars(noise));
            }

            assertThat(parser.apply(text.toString())).isNotNull();
        }
    }
}
