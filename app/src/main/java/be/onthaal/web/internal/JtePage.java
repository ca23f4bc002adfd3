// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.database.StatementCount;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A typed, precompiled template and what it shows. */
public final class JtePage implements View {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "jte.onthaal");

    private final String template;
    private final Map<String, Object> parameters;
    private final boolean showStatements;

    public JtePage(String template, Map<String, Object> parameters, boolean showStatements) {
        this.template = template;
        this.parameters = parameters;
        this.showStatements = showStatements;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        ENGINE.render(template, parameters, output);
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        if (showStatements) {
            response.setHeader("Onthaal-Statements", String.valueOf(StatementCount.soFar()));
        }
        // In one piece: each part written on its own would pass through every filter's stream.
        response.getOutputStream().write(output.toByteArray());
    }
}
