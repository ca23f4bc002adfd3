// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.OpenToAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/**
 * What was refused before any handler saw it, told as everything else is; of half an answer nothing
 * is told, so that the line breaks off.
 */
@Controller
class EarlyProblems implements ErrorController {

    private final Problems problems;

    EarlyProblems(Problems problems) {
        this.problems = problems;
    }

    @OpenToAll(because = "whoever is refused must be told so")
    @RequestMapping("/error")
    View told(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return (model, asked, broken) -> {};
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode known =
                status instanceof Integer code
                        ? HttpStatusCode.valueOf(code)
                        : HttpStatus.NOT_FOUND;
        return problems.early(known, request, response);
    }
}
