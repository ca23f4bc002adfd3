// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseTask;
import be.onthaal.cases.Cases;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.NewMailbox;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(DeskFixtures.class)
class ReplyPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Mailboxes mailboxes;
    @Autowired Cases cases;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;
    private String file;

    @BeforeEach
    void take() {
        scene = fixtures.scene();
        String address = "dienst-" + UUID.randomUUID() + "@proefdorp.be";
        var server = new NewMailbox.Server("imaps://127.0.0.1:993", address, "geheim", "INBOX");
        var box =
                new NewMailbox(
                        scene.here().unit(), address, "Onthaal", server, Confidentiality.INTERNAL);
        Callers.run(scene.here().administrator(), () -> mailboxes.add(box));
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
        file = "/zaken/" + scene.file().id();
        browser.post(file + "/neem", Map.of());
    }

    @Test
    void theNextStepIsTheAnswerBeforeTheTask() {
        assertThat(browser.get(file).body()).contains("href=\"#reply-title\" data-key=\"r\"");

        browser.post(file + "/antwoord", answer("Kom gerust langs."));

        assertThat(browser.get(file).body())
                .doesNotContain("href=\"#reply-title\" data-key=\"r\"")
                .contains("href=\"#todo\"");
    }

    @Test
    void anAnswerEndsItsTaskInTheSameBreathWhenItIsSaidToAnswer() {
        Map<String, String> answering = new HashMap<>(answer("Kom gerust langs."));
        answering.put("answered", "yes");

        assertThat(browser.post(file + "/antwoord", answering).status()).isEqualTo(303);

        assertThat(tasks()).allMatch(task -> task.state() == CaseTask.TaskState.DONE);
        assertThat(actions()).contains("cases.answer-sent", "cases.task-done");
    }

    @Test
    void anAnswerThatAsksSomethingBackLeavesTheTaskOpen() {
        browser.post(file + "/antwoord", answer("Welke datum bedoelt u?"));

        assertThat(tasks()).anyMatch(task -> task.state() == CaseTask.TaskState.OPEN);
    }

    @Test
    void aTemplateComesAroundWhatWasTyped() {
        var filled =
                browser.post(
                        file + "/sjabloon",
                        Map.of(
                                "template", "answer",
                                "subject", "Verhuis",
                                "text", "Het loket is open tot vier uur."));

        assertThat(filled.location()).startsWith(file + "?gedaan=template");
        assertThat(browser.get(file).body())
                .containsSubsequence(
                        "U stelde ons een vraag over",
                        "Het loket is open tot vier uur.",
                        "Hebt u nog vragen?");
    }

    @Test
    void anotherTemplateReplacesOneThatNobodyTouched() {
        browser.post(file + "/sjabloon", Map.of("template", "acknowledgement", "text", ""));
        String first = textOf(browser.get(file).body());

        browser.post(file + "/sjabloon", Map.of("template", "answer", "text", first));

        assertThat(browser.get(file).body())
                .contains("U stelde ons een vraag over")
                .doesNotContain("Wij hebben uw vraag goed ontvangen");
    }

    private static String textOf(String page) {
        String area = page.substring(page.indexOf("<textarea class=\"input\" id=\"reply-text\""));
        return area.substring(area.indexOf('>') + 1, area.indexOf("</textarea>"))
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static Map<String, String> answer(String text) {
        return Map.of("to", "kanarie@voorbeeld.be", "subject", "Verhuis", "text", text);
    }

    private List<CaseTask> tasks() {
        return Callers.as(scene.coordinator(), () -> cases.get(scene.file().id()).tasks());
    }

    private List<String> actions() {
        return owner.column(
                "select action from audit.event where parties @> array['%s'::uuid] order by at desc, id desc"
                        .formatted(scene.party().value()));
    }
}
