// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.access.SecondSteps;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where an employee switches the second step of his own signing in on and off. */
@Controller
class SecondStepPages {

    private static final String ADDRESS = "/instellingen/aanmelden";

    private final SecondSteps secondSteps;
    private final Pages pages;
    private final WebSettings settings;

    SecondStepPages(SecondSteps secondSteps, Pages pages, WebSettings settings) {
        this.secondSteps = secondSteps;
        this.pages = pages;
        this.settings = settings;
    }

    @Requires(Permission.DESK)
    @GetMapping(ADDRESS)
    View show(HttpServletRequest request) {
        return page(request, Optional.empty(), List.of());
    }

    @Requires(Permission.DESK)
    @PostMapping(ADDRESS + "/begin")
    View begin(HttpServletRequest request) {
        secondSteps.begin(session(request));
        return pages.to(ADDRESS);
    }

    @Requires(Permission.DESK)
    @PostMapping(ADDRESS + "/toch-niet")
    View abandon() {
        secondSteps.abandon();
        return pages.to(ADDRESS);
    }

    /** The page with the recovery codes is the answer itself: no address ever leads to it. */
    @Requires(Permission.DESK)
    @PostMapping(ADDRESS + "/aan")
    View confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return page(request, Optional.empty(), secondSteps.confirm(code));
        } catch (Refused refused) {
            return again(refused, request, response);
        }
    }

    @Requires(Permission.DESK)
    @PostMapping(ADDRESS + "/uit")
    View off(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            secondSteps.off(code);
            return pages.to(ADDRESS + "?gedaan=second-step-off");
        } catch (Refused refused) {
            return again(refused, request, response);
        }
    }

    private View again(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(422);
        return page(request, Optional.of(refused.code()), List.of());
    }

    private View page(HttpServletRequest request, Optional<String> problem, List<String> codes) {
        return pages.page(
                "web/secondStep",
                new SecondStepPage(secondSteps.mine(session(request)), problem, codes));
    }

    private Token session(HttpServletRequest request) {
        return SignedInFilter.token(request, settings)
                .orElseThrow(() -> new Refused("access.sign-in"));
    }
}
