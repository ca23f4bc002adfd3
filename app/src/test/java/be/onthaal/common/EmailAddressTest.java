// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void spacesAroundAndCapitalsInTheDomainDoNotMatter() {
        EmailAddress address = EmailAddress.parse("  Jan.Peeters@Mortsel.BE\n").orElseThrow();

        assertThat(address.value()).isEqualTo("Jan.Peeters@mortsel.be");
        assertThat(address.domain()).isEqualTo("mortsel.be");
        assertThat(address.normalised()).isEqualTo("jan.peeters@mortsel.be");
    }

    @Test
    void notationsOfOneMailboxMatch() {
        EmailAddress accented = EmailAddress.parse("Andr\u00e9@M\u00fcller.be").orElseThrow();
        EmailAddress composed = EmailAddress.parse("andre\u0301@xn--mller-kva.be").orElseThrow();

        assertThat(accented.normalised()).isEqualTo(composed.normalised());
        assertThat(accented).isNotEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.be",
                "o'brien+zaak@sub.domain.museum",
                "fatima.el-amrani@1und1.de",
                "info@xn--vg8haaa.xn--p1ai"
            })
    void unusualAddressesAreRead(String text) {
        assertThat(EmailAddress.parse(text)).contains(new EmailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jan@",
                "@mortsel.be",
                "jan@mortsel",
                "jan@mortsel..be",
                "jan@.be",
                "jan@mortsel.be.",
                "jan@-mortsel.be",
                "jan@mort_sel.be",
                "jan@127.0.0.1",
                "jan@peeters@mortsel.be",
                "jan peeters@mortsel.be",
                "jan\tpeeters@mortsel.be",
                "jan\r\nBcc: x@mortsel.be",
                "jan\u0000@mortsel.be",
                "jan\u202e@mortsel.be",
                "jan\u00a0@mortsel.be",
                "jan\ud800@mortsel.be",
                "jan..p@mortsel.be",
                ".jan@mortsel.be",
                "Jan <jan@mortsel.be>",
                "jan@mortsel.be,piet@mortsel.be",
                "\"jan\"@mortsel.be"
            })
    void whatCannotBeMailedToIsNotRead(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = "@" + "a".repeat(60) + ".be";
        String longest = "j".repeat(254 - domain.length()) + domain;

        assertThat(EmailAddress.parse(longest)).isPresent();
        assertThat(EmailAddress.parse("j" + longest)).isEmpty();
    }

    @Test
    void theConstructorTakesOnlyTheCleanForm() {
        assertThatThrownBy(() -> new EmailAddress("jan@Mortsel.be"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContainIgnoringCase("mortsel");
    }

    @Test
    void logsSeeNothingOfIt() {
        assertThat(new EmailAddress("jan@peeters.be").toString())
                .isEqualTo("EmailAddress[***@***]");
    }
}
