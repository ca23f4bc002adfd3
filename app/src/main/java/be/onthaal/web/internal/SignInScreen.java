// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.ProviderSignIns;
import be.onthaal.web.DemoRole;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The sign-in page, as every way of signing in begins and fails. */
@Component
class SignInScreen {

    private static final int REFUSED = 422;

    private final ProviderSignIns providers;
    private final Pages pages;
    private final WebSettings settings;
    private final List<DemoRole> roles;

    SignInScreen(
            ProviderSignIns providers, Pages pages, WebSettings settings, List<DemoRole> roles) {
        this.providers = providers;
        this.pages = pages;
        this.settings = settings;
        this.roles = roles;
    }

    /** The page as it is first seen, perhaps by somebody who just chose a password. */
    View fresh(String target, boolean passwordChosen) {
        var page =
                new SignInPage(
                        target,
                        passwordChosen,
                        Optional.empty(),
                        Optional.empty(),
                        providers.provider(),
                        roles());
        return pages.barePage("web/signIn", page);
    }

    View refused(String problem, String target, HttpServletResponse response) {
        response.setStatus(REFUSED);
        return screen(target, Optional.of(problem), Optional.empty());
    }

    /** Tells him by what an administrator can write him down. */
    View refused(ProviderSignIns.Stranger stranger, HttpServletResponse response) {
        response.setStatus(REFUSED);
        return screen(
                stranger.target(),
                Optional.of(stranger.reason()),
                Optional.of(stranger.identity()));
    }

    /** The people of the demo; nobody where there is no demo. */
    List<DemoRole> roles() {
        return settings.demo() ? roles : List.of();
    }

    private View screen(String target, Optional<String> problem, Optional<String> identity) {
        var page = new SignInPage(target, false, problem, identity, providers.provider(), roles());
        return pages.barePage("web/signIn", page);
    }
}
