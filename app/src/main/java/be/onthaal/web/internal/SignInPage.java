// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.web.DemoRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The sign-in page.
 *
 * @param target where to go after it
 * @param passwordChosen whether he just chose a password, with the link of an invitation
 * @param problem the code of what went wrong
 * @param identity by what the identity provider knows somebody whom we do not know
 * @param provider what the button of the identity provider calls it, if there is one
 * @param roles the people of the demo
 */
public record SignInPage(
        String target,
        boolean passwordChosen,
        Optional<String> problem,
        Optional<String> identity,
        Optional<String> provider,
        List<DemoRole> roles) {

    /** Where the button of the identity provider leads. */
    public String leave() {
        return "/aanmelden/toegang?naar=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
