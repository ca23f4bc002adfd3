// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import java.util.Optional;

/**
 * Choosing a password.
 *
 * @param works whether the link still does
 */
public record InvitationPage(String token, boolean works, Optional<String> problem) {}
