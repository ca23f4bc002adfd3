// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Notice.Severity;
import be.onthaal.web.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Every code that MAGDA can give is a sentence that an employee understands. */
class NoticesTest {

    private static final Texts TEXTS = texts();

    private static Texts texts() {
        try (var context = new AnnotationConfigApplicationContext(Texts.class)) {
            return context.getBean(Texts.class);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void aKnownCodeHasASentenceInEveryLanguage(String code) {
        Notice notice = Notices.theirs(Severity.ERROR, code, "RR", "<diagnose>");

        for (String locale : List.of("nl", "fr", "en")) {
            assertThat(TEXTS.in(locale).of(notice.sentence()))
                    .contains(code)
                    .doesNotContain("<diagnose>", "[magda", "{0}");
        }
    }

    static Set<String> known() {
        return Notices.KNOWN;
    }

    @Test
    void anUnknownCodeKeepsItsNumberAndTheWordsOfTheSource() {
        Notice error = Notices.theirs(Severity.ERROR, "77777", "KSZ", "Iets {0} nieuws");
        Notice remark = Notices.theirs(Severity.WARNING, "77778", "KSZ", "Let op");

        assertThat(TEXTS.dutch().of(error.sentence()))
                .isEqualTo(
                        "De bron kan niet antwoorden en geeft een code die Onthaal niet kent (77777): Iets {0} nieuws");
        assertThat(TEXTS.dutch().of(remark.sentence()))
                .isEqualTo("De bron geeft een opmerking die Onthaal niet kent (77778): Let op");
    }

    /** What each code means for whoever asked, at both levels at which MAGDA may give it. */
    @ParameterizedTest
    @CsvSource({
        "30001, NotFound",
        "30003, NotFound",
        "30016, NotFound",
        "30101, NotFound",
        "40000, NotFound",
        "40046, NotFound",
        "60006, Unavailable",
        "60007, Unavailable",
        "60009, Unavailable",
        "99986, Unavailable",
        "99994, Unavailable",
        "99995, Unavailable",
        "99996, Unavailable",
        "10001, Refused",
        "13001, Refused",
        "15021, Refused",
        "20002, Refused",
        "20110, Refused",
        "30014, Refused",
        "30032, Refused",
        "40006, Refused",
        "48074, Refused",
        "48181, Refused",
        "60000, Refused",
        "60011, Refused",
        "60013, Refused",
        "77777, Refused"
    })
    void anErrorWithoutDataIsWhatItsCodeSays(String code, String outcome) {
        String error = uitzondering(code, "FOUT");

        Answer<Boolean> whole = read("<Uitzonderingen>" + error + "</Uitzonderingen>");
        Answer<Boolean> single =
                read(
                        "<Antwoorden><Antwoord><Referte>r</Referte><Uitzonderingen>"
                                + error
                                + "</Uitzonderingen></Antwoord></Antwoorden>");

        assertThat(whole.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(single.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(whole.notices().getFirst().code()).isEqualTo(code);
        assertThat(single.notices().getFirst().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"WAARSCHUWING, WARNING", "INFORMATIE, INFORMATION", "FOUT, ERROR"})
    void whateverIsSaidBesidesDataIsGivenWithIt(String type, Severity severity) {
        Answer<Boolean> answer =
                read(
                        "<Antwoorden><Antwoord><Referte>r</Referte><Inhoud/><Uitzonderingen>"
                                + uitzondering("99984", type)
                                + uitzondering("123456", type)
                                + "</Uitzonderingen></Antwoord></Antwoorden>");

        assertThat(answer).isInstanceOf(Answer.Given.class);
        assertThat(answer.notices())
                .extracting(one -> one.severity() + " " + one.code())
                .containsExactly(severity + " 99984", severity + " 123456");
    }

    @Test
    void aSeverityThatDoesNotExistIsNamed() {
        assertThatThrownBy(() ->
                        read("<Uitzonderingen>" + uitzondering("1", "RAMP") + "</Uitzonderingen>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Uitzondering/Type");
    }

    private static String uitzondering(String code, String type) {
        return "<Uitzondering><Identificatie>%s</Identificatie><Oorsprong>KSZ</Oorsprong><Type>%s</Type><Diagnose>d</Diagnose></Uitzondering>"
                .formatted(code, type);
    }

    private static Answer<Boolean> read(String content) {
        String message =
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <a:GeefPersoonResponse xmlns:a="%s"><Repliek><Context><Naam>GeefPersoon</Naam>
                <Versie>02.02.0000</Versie><Bericht><Afzender><Referte>z</Referte></Afzender>
                <Ontvanger><Referte>r</Referte></Ontvanger></Bericht></Context>%s</Repliek>
                </a:GeefPersoonResponse></s:Body></s:Envelope>\
                """
                        .formatted(MagdaService.PERSON.namespace(), content);
        Question<Boolean> question =
                Question.about(MagdaService.PERSON, "x", branch -> {}, node -> true);
        var reply = new Line.Reply(200, "text/xml", message.getBytes(StandardCharsets.UTF_8));
        return ReplyReader.read(reply, question, "r").answer();
    }
}
