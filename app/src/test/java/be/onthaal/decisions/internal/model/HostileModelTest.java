// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

    /** One reader takes the first of them and another one the last. */
    @Test
    void nothingThatDecidesStandsThereTwice() {
        String xml = harmless().xml();
        String twice = "<text>today()</text>";
        for (String strange :
                new String[] {
                    xml.replace("<text>onderwerp</text>", "<text>onderwerp</text>" + twice),
                    xml.replace("<text>-</text>", "<text>-</text>" + twice),
                    xml.replace(
                            "</decisionTable>",
                            "</decisionTable><literalExpression id=\"l\"><text>1</text></literalExpression>"),
                    xml.replace(
                            "</inputExpression>",
                            "</inputExpression><inputExpression id=\"z\"><text>1</text></inputExpression>"),
                    xml.replace("<text>-</text>", "<text xmlns=\"urn:other\">-</text>"),
                    xml.replace("<text>-</text>", "<text>-<b>or true</b></text>"),
                    xml.replace("<text>-</text>", "<text>-<?or true?></text>"),
                    xml.replace(
                            "<variable name=\"onderwerp\"",
                            "<variable name=\"other\"/><variable name=\"onderwerp\"")
                }) {
            assertThat(refusal(strange)).as(strange).isEqualTo("error.decisions.model.element");
        }
    }

    @Test
    void whatNobodyWroteInACellIsAValueOrIsRefused() {
        String xml = harmless().xml();
        String output = "<output id=\"out_dienst\" name=\"dienst\" typeRef=\"string\"";
        assertThat(
                        refusal(
                                xml.replace(
                                        output + "/>",
                                        output
                                                + "><defaultOutputEntry id=\"q\"><text>1</text></defaultOutputEntry></output>")))
                .isEqualTo("error.decisions.model.element");
        String type =
                "<itemDefinition id=\"i\" name=\"i\"><typeRef>string</typeRef><allowedValues id=\"a\"><text>%s</text></allowedValues></itemDefinition>";
        for (String worked :
                new String[] {"count(for x in [1..9] return x)", "\"a\" + \"b\"", "a"}) {
            assertThat(refusal(harmless().with(type.formatted(worked)).xml()))
                    .as(worked)
                    .isEqualTo("error.decisions.model.values");
        }
        for (String listed : new String[] {"\"a\", \"b\"", "[1..10], 20", "@\"2026-01-01\""}) {
            assertThatCode(() -> ModelReader.read(harmless().with(type.formatted(listed)).xml()))
                    .as(listed)
                    .doesNotThrowAnyException();
        }
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
