// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of our own in the form of the kit, of which we know how many pass. */
class TckRunTest {

    @TempDir Path kit;

    @Test
    void whatPassesAndWhatDoesNotIsCountedPerFolder() throws IOException {
        folder("0001-days", "age + 1", "number", value("decimal", "16"), value("decimal", "17"));
        folder("0002-wrong", "age + 1", "number", value("decimal", "16"), value("decimal", "18"));
        folder(
                "0003-list",
                "for i in 1..age return i",
                "Any",
                value("decimal", "2"),
                "<list><item>"
                        + value("decimal", "1")
                        + "</item><item>"
                        + value("decimal", "2")
                        + "</item></list>");
        folder(
                "0004-context",
                "{a: age, b: \"x\"}",
                "Any",
                value("decimal", "2"),
                "<component name=\"a\">"
                        + value("decimal", "2")
                        + "</component><component name=\"b\">"
                        + value("string", "x")
                        + "</component>");
        folder(
                "0005-duration",
                "duration(\"P1D\") * age",
                "Any",
                value("decimal", "2"),
                value("duration", "PT48H"));
        folder("0006-nil", "null", "Any", value("decimal", "2"), "<value xsi:nil=\"true\"/>");
        folder(
                "0007-java",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}",
                "Any",
                value("decimal", "2"),
                value("decimal", "2"));

        List<TckRun.Score> scores = new TckRun(kit).measure();

        assertThat(scores).extracting(TckRun.Score::folder).hasSize(7);
        assertThat(scores).extracting(TckRun.Score::passed).containsExactly(1, 0, 1, 1, 1, 1, 0);
        assertThat(scores).extracting(TckRun.Score::all).containsOnly(1);
    }

    private static String value(String type, String text) {
        return "<value xsi:type=\"xsd:" + type + "\">" + text + "</value>";
    }

    private void folder(String name, String feel, String type, String in, String out)
            throws IOException {
        Path folder = Files.createDirectories(kit.resolve("TestCases/compliance-level-3/" + name));
        Files.writeString(
                folder.resolve(name + ".dmn"),
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="_%s" name="%s" namespace="urn:%s">
                  <inputData id="i" name="age"><variable name="age" typeRef="number"/></inputData>
                  <decision id="d" name="out"><variable name="out" typeRef="%s"/>
                    <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
                    <literalExpression id="l"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """
                        .formatted(name, name, name, type, feel));
        Files.writeString(
                folder.resolve(name + "-test-01.xml"),
                """
                <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
                  <modelName>%s.dmn</modelName>
                  <testCase id="001"><inputNode name="age">%s</inputNode>
                    <resultNode name="out" type="decision"><expected>%s</expected></resultNode></testCase>
                </testCases>
                """
                        .formatted(name, in, out));
    }
}
