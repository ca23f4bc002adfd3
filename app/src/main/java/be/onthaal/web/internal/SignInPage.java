// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.web.DemoRole;
import java.util.List;
import java.util.Optional;

/** The sign-in page: where to go after it, what went wrong, and the roles of the demo. */
public record SignInPage(String target, Optional<String> problem, List<DemoRole> roles) {}
