// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.onthaal.decisions.DrawnModel;
import org.junit.jupiter.api.Test;

/** What may not come in, whoever sends it. */
class HostileModelTest {

    private static DrawnModel harmless() {
        return DrawnModel.table("dienst")
                .input("onderwerp", "string")
                .output("dienst", "string")
                .row("-", "\"Onthaal\"", "");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyEntityIsRead() {
        String bomb =
                harmless()
                        .xml()
                        .replace(
                                "<definitions",
                                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions");
        assertThat(refusal(bomb)).isEqualTo("error.decisions.model.doctype");
    }

    @Test
    void codeInAnotherLanguageIsRefusedHoweverItIsWritten() {
        for (String feel :
                new String[] {
                    "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"exec(java.lang.String)\"}}",
                    "function(x) external/**/{java: {}}",
                    "function(x) external // \"\n {java: {}}",
                    "{f: function() external {pmml: {document: \"x\", model: \"y\"}}}"
                }) {
            assertThat(refusal(harmless().formula(feel).xml()))
                    .as(feel)
                    .isEqualTo("error.decisions.model.foreign");
        }
        String kind =
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel>";
        assertThat(refusal(harmless().with(kind).xml())).isEqualTo("error.decisions.model.foreign");
        String language =
                harmless()
                        .xml()
                        .replace("<decisionTable ", "<decisionTable expressionLanguage=\"juel\" ");
        assertThat(refusal(language)).isEqualTo("error.decisions.model.foreign");
    }

    @Test
    void otherFilesFunctionsAndExtensionsStayOut() {
        assertThat(
                        refusal(
                                harmless()
                                        .with(
                                                "<import namespace=\"n\" locationURI=\"http://x/y.dmn\"/>")
                                        .xml()))
                .isEqualTo("error.decisions.model.import");
        assertThat(refusal(harmless().with("<businessKnowledgeModel id=\"b\" name=\"b\"/>").xml()))
                .isEqualTo("error.decisions.model.element");
        assertThat(refusal(harmless().with("<decisionService id=\"b\" name=\"b\"/>").xml()))
                .isEqualTo("error.decisions.model.element");
        String extension =
                "<description/><extensionElements><x xmlns=\"urn:x\"/></extensionElements>";
        assertThat(
                        refusal(
                                harmless()
                                        .xml()
                                        .replace(
                                                "<variable name=\"dienst\"",
                                                extension + "<variable name=\"dienst\"")))
                .isEqualTo("error.decisions.model.extension");
    }

    @Test
    void sizeAndDepthHaveAnEnd() {
        assertThat(refusal("x".repeat(1_000_001))).isEqualTo("error.decisions.model.too-long");
        assertThat(refusal("<a>".repeat(1_000) + "</a>".repeat(1_000)))
                .isEqualTo("error.decisions.model.too-deep");
        assertThat(refusal(harmless().row("\"" + "x".repeat(2_001) + "\"", "\"\"", "").xml()))
                .isEqualTo("error.decisions.model.text-too-long");
    }

    @Test
    void whatIsNoDmnSaysWhere() {
        assertThat(refusal("<definitions>")).isEqualTo("error.decisions.model.no-xml");
        assertThat(refusal("<html/>")).isEqualTo("error.decisions.model.no-dmn");
        assertThat(refusal(harmless().xml().replace("20191111", "20151101")))
                .isEqualTo("error.decisions.model.no-dmn");
    }

    @Test
    void aModelIsReadAsItIsDrawn() throws HostileModel {
        Model model = ModelReader.read(harmless().xml());
        assertThat(model.inputFields()).extracting("name").containsExactly("onderwerp");
        assertThat(model.resultFields()).extracting("type").containsExactly("string");
    }

    private static String refusal(String xml) {
        return catchThrowableOfType(HostileModel.class, () -> ModelReader.read(xml))
                .finding()
                .what()
                .key();
    }
}
