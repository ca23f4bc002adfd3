// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.Refused;
import be.onthaal.routing.AttachmentKind;
import be.onthaal.routing.Conditions;
import be.onthaal.routing.IncomingMail;
import be.onthaal.routing.IncomingMail.Attached;
import be.onthaal.routing.IncomingMail.NamedCase;
import be.onthaal.routing.MailLanguage;
import be.onthaal.routing.Match;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a rule reads a mail. */
class MailWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "École,  Inscription à l'ecole,      true",
                "ecole,  L'ÉCOLE du village,         true",
                "afval,  Afvalkalender 2027,         false",
                "afval*, Afvalkalender 2027,         true",
                "grof vuil, Ophaling grof  vuil a.u.b., true",
                "grof vuil, vuil en grof,            false",
                "grof vui*, Ophaling grof vuil,      true",
                "straße, Die STRASSE ist gesperrt,   true",
                "oeuvre, Une œuvre d'art,            true"
            })
    void accentsAndCapitalsDoNotCountAndOnlyAStarMeansABeginning(
            String word, String subject, boolean fits) {
        assertThat(fits(Conditions.ofSubject(word), mail(subject, "")).isPresent()).isEqualTo(fits);
    }

    @Test
    void aHiddenHyphenOrZeroWidthSignWithinAWordIsNothing() {
        assertThat(fits(Conditions.ofSubject("afval"), mail("af\u00adv\u200bal", ""))).isPresent();
    }

    @Test
    void whatFittedIsToldWithTheWordsOfTheRule() {
        Optional<List<Match>> found =
                fits(Conditions.ofSubject("put", "afval*", "vuil"), mail("Afval en vuil", ""));

        assertThat(found)
                .hasValue(List.of(new Match(Match.Field.SUBJECT, List.of("afval*", "vuil"))));
    }

    @ParameterizedTest
    @CsvSource({
        "els@voorbeeld.be,      true",
        "ELS@VOORBEELD.BE,      true",
        "@voorbeeld.be,         true",
        "voorbeeld.be,          true",
        "be,                    true",
        "@beeld.be,             false",
        "beeld.be,              false",
        "el*,                   true",
        "piet@voorbeeld.be,     false"
    })
    void aSenderIsAnAddressADomainOrABeginning(String pattern, boolean fits) {
        assertThat(
                        new AddressPattern(pattern.toLowerCase(java.util.Locale.ROOT))
                                .fits("Els@voorbeeld.be"))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "   ", "*", "a*", "(((", ".*", "a*b", "af*val*", "\u200b", "…", "\u0000"
            })
    void whatIsNoWordIsRefused(String hostile) {
        assertThatThrownBy(() -> Word.checked(hostile)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "*", "i*n@a.be", "a b@c.be", "x@y.be,z@y.be", "a"})
    void whatIsNoAddressIsRefused(String hostile) {
        assertThatThrownBy(() -> AddressPattern.checked(hostile)).isInstanceOf(Refused.class);
    }

    @Test
    void aWordThatLooksLikeAPatternMeansItsLettersAlone() {
        Word pattern = Word.checked("(a+)+$");

        assertThat(pattern.folded()).isEqualTo("a");
        assertThat(new FoldedText("aaaaaaaaaaaaaaaaaaaaaaaa!").has(pattern)).isFalse();
        assertThat(new FoldedText("plan a").has(pattern)).isTrue();
    }

    @Test
    void aWordOfAnyLengthIsRefusedAboveItsLimit() {
        assertThatThrownBy(() -> Word.checked("x".repeat(61))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> AddressPattern.checked("x".repeat(300) + "@y.be"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLongestTextAndTheWorstWordsTakeNoTime() {
        IncomingMail worst =
                mail("a ".repeat(2_000), "aa aa ".repeat(400_000) + "\ufdfa".repeat(50_000));
        String[] phrases = new String[30];
        java.util.Arrays.setAll(phrases, i -> "aa ".repeat(18) + (i % 10) + "*");
        var asked =
                new Conditions(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(phrases),
                        Optional.empty(),
                        Conditions.CaseNamed.NOT_ASKED,
                        Optional.empty());

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    var words = new MailWords(worst);
                    for (int rule = 0; rule < RuleChecks.MOST_RULES; rule++) {
                        assertThat(words.fits(asked)).isEmpty();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "NL, Ik heb een vraag over mijn reispas en wanneer ik die kan ophalen",
        "FR, Bonjour je voudrais un rendez-vous pour ma carte et celle de mon fils",
        "EN, Dear madam I would like to know when the office is open",
        "DE, Sehr geehrte Damen ich möchte einen Termin für meine Tochter"
    })
    void theLanguageIsToldByItsSmallWords(MailLanguage language, String text) {
        assertThat(new MailWords(mail("", text)).language()).hasValue(language);
    }

    @Test
    void whereTheLanguageIsNotSureNothingIsSaid() {
        assertThat(new MailWords(mail("Paspoort", "12345")).language()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, plan.pdf, application/pdf, true",
        "PDF, plan.PDF, application/octet-stream, true",
        "PICTURE, put.jpg, image/jpeg, true",
        "OFFICE, lijst.xlsx, application/octet-stream, true",
        "PDF, put.jpg, image/jpeg, false",
        "ANY, x, x/y, true",
        "NONE, x, x/y, false"
    })
    void anAttachmentIsToldByItsKind(AttachmentKind kind, String name, String type, boolean fits) {
        var with =
                new IncomingMail(
                        "a@b.be",
                        List.of(),
                        "c@d.be",
                        "",
                        "",
                        List.of(new Attached(name, type)),
                        Optional.empty());

        assertThat(fits(attached(kind), with).isPresent()).isEqualTo(fits);
    }

    @Test
    void aCaseIsNamedByItsNumberAndMustBeOfTheTypeThatIsAsked() {
        var with =
                new IncomingMail(
                        "a@b.be",
                        List.of(),
                        "c@d.be",
                        "",
                        "",
                        List.of(),
                        Optional.of(new NamedCase("Z-2026-000001", "complaint")));

        assertThat(fits(named(), with)).isPresent();
        assertThat(fits(named("complaint"), with)).isPresent();
        assertThat(fits(named("event"), with)).isEmpty();
        assertThat(fits(named(), mail("x", "y"))).isEmpty();
    }

    @Test
    void everythingThatIsAskedMustFit() {
        var both =
                new Conditions(
                        List.of("@voorbeeld.be"),
                        List.of("info@stad.be"),
                        List.of("afval"),
                        List.of(),
                        Optional.empty(),
                        Conditions.CaseNamed.NOT_ASKED,
                        Optional.empty());

        assertThat(fits(both, mail("Afval", ""))).isPresent();
        assertThat(fits(both, mail("Reispas", ""))).isEmpty();
        assertThat(fits(Conditions.NONE, mail("Reispas", ""))).isPresent();
    }

    @Test
    void aWiderRuleHoldsANarrowerOne() {
        assertThat(Conditions.NONE.holds(Conditions.ofSubject("a"))).isTrue();
        assertThat(Conditions.ofSubject("a", "b").holds(Conditions.ofSubject("a"))).isTrue();
        assertThat(Conditions.ofSubject("a").holds(Conditions.ofSubject("a", "b"))).isFalse();
        assertThat(Conditions.ofSubject("a").holds(Conditions.NONE)).isFalse();
        assertThat(named().holds(named("event"))).isTrue();
        assertThat(named("event").holds(named())).isFalse();
        assertThat(attached(AttachmentKind.ANY).holds(attached(AttachmentKind.PDF))).isTrue();
        assertThat(attached(AttachmentKind.ANY).holds(attached(AttachmentKind.NONE))).isFalse();
    }

    private static Conditions attached(AttachmentKind kind) {
        return new Conditions(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(kind),
                Conditions.CaseNamed.NOT_ASKED,
                Optional.empty());
    }

    private static Conditions named(String... types) {
        return new Conditions(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new Conditions.CaseNamed(true, List.of(types)),
                Optional.empty());
    }

    private static Optional<List<Match>> fits(Conditions asked, IncomingMail mail) {
        return new MailWords(mail).fits(asked);
    }

    private static IncomingMail mail(String subject, String text) {
        return new IncomingMail(
                "Els@voorbeeld.be",
                List.of("iemand@elders.be"),
                "info@stad.be",
                subject,
                text,
                List.of(),
                Optional.empty());
    }
}
