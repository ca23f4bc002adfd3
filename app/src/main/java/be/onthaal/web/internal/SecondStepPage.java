// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web.internal;

import be.onthaal.access.SecondSteps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The second step of an employee's own signing in.
 *
 * @param problem the code of what went wrong
 * @param recoveryCodes the codes that were just made; nobody sees them again
 */
public record SecondStepPage(
        SecondSteps.State state, Optional<String> problem, List<String> recoveryCodes) {

    private static final int GROUP = 4;

    public SecondStepPage {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** What the telephone reads: the form that authenticators agreed on. */
    public QrCode square(SecondSteps.Waiting waiting) {
        String login = URLEncoder.encode(waiting.login(), StandardCharsets.UTF_8);
        return QrCode.of(
                "otpauth://totp/Onthaal:%s?secret=%s&issuer=Onthaal"
                        .formatted(login, waiting.secret()));
    }

    /** The secret in groups of four, as people type it over. */
    public String grouped(SecondSteps.Waiting waiting) {
        return waiting.secret().replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}
