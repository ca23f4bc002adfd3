// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import java.util.Optional;

/** The page that asks for a code after the password; where to go then, and what went wrong. */
public record CodePage(String target, Optional<String> problem) {}
