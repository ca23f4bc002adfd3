// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.util.ArrayList;
import java.util.List;

/** A model with one table, as somebody would draw it. */
public final class DrawnModel {

    private final String name;
    private String policy = "FIRST";
    private final List<String[]> inputs = new ArrayList<>();
    private final List<String[]> outputs = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String more = "";
    private String formula = "";

    private DrawnModel(String name) {
        this.name = name;
    }

    public static DrawnModel table(String name) {
        return new DrawnModel(name);
    }

    public DrawnModel policy(String hit) {
        this.policy = hit;
        return this;
    }

    public DrawnModel input(String input, String type) {
        inputs.add(new String[] {input, type});
        return this;
    }

    public DrawnModel output(String output, String type) {
        outputs.add(new String[] {output, type});
        return this;
    }

    /** The cells of a row, and its note as the last. */
    public DrawnModel row(String... cells) {
        var row = new StringBuilder("<rule id=\"row" + (rows.size() + 1) + "\">");
        for (int i = 0; i < cells.length; i++) {
            String element =
                    i < inputs.size()
                            ? "inputEntry"
                            : i < inputs.size() + outputs.size()
                                    ? "outputEntry"
                                    : "annotationEntry";
            String id =
                    element.equals("annotationEntry")
                            ? ""
                            : " id=\"c" + rows.size() + "_" + i + "\"";
            row.append(
                    "<%s%s><text>%s</text></%s>"
                            .formatted(element, id, escaped(cells[i]), element));
        }
        rows.add(row.append("</rule>").toString());
        return this;
    }

    /** Replaces the table by an expression. */
    public DrawnModel formula(String feel) {
        this.formula = feel;
        return this;
    }

    /** Anything beside the table. */
    public DrawnModel with(String xml) {
        this.more = xml;
        return this;
    }

    public String xml() {
        var xml =
                new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions"
                                + " xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"m_"
                                + name
                                + "\" name=\""
                                + name
                                + "\" namespace=\"https://onthaal.be/test/"
                                + name
                                + "\">");
        inputs.forEach(input ->
                xml.append(
                        "<inputData id=\"in_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>"
                                .formatted(input[0], input[0], input[0], input[1])));
        String type = outputs.size() == 1 ? " typeRef=\"" + outputs.getFirst()[1] + "\"" : "";
        xml.append(
                "<decision id=\"d_%s\" name=\"%s\"><variable name=\"%s\"%s/>"
                        .formatted(name, name, name, formula.isEmpty() ? type : ""));
        inputs.forEach(input ->
                xml.append(
                        "<informationRequirement id=\"r_%s\"><requiredInput href=\"#in_%s\"/></informationRequirement>"
                                .formatted(input[0], input[0])));
        xml.append(
                formula.isEmpty()
                        ? logic()
                        : "<literalExpression id=\"l\"><text>"
                                + escaped(formula)
                                + "</text></literalExpression>");
        return xml.append("</decision>").append(more).append("</definitions>").toString();
    }

    private String logic() {
        var xml =
                new StringBuilder(
                        "<decisionTable id=\"t_" + name + "\" hitPolicy=\"" + policy + "\">");
        inputs.forEach(input ->
                xml.append(
                        "<input id=\"col_%s\" label=\"%s\"><inputExpression id=\"e_%s\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                                .formatted(input[0], input[0], input[0], input[1], input[0])));
        outputs.forEach(output ->
                xml.append(
                        "<output id=\"out_%s\" name=\"%s\" typeRef=\"%s\"/>"
                                .formatted(output[0], output[0], output[1])));
        xml.append("<annotation name=\"uitleg\"/>");
        rows.forEach(xml::append);
        return xml.append("</decisionTable>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
