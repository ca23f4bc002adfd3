// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.founding.internal;

import be.onthaal.access.AccountId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Invitations;
import be.onthaal.web.WebSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal invite}: a link for who lost his password, from whoever keeps the machine. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "invite")
class InviteCommand implements CommandLineRunner {

    private final Invitations invitations;
    private final WebSettings web;
    private final String login;

    InviteCommand(
            Invitations invitations,
            WebSettings web,
            @Value("${onthaal.invite.login}") String login) {
        this.invitations = invitations;
        this.web = web;
        this.login = login;
    }

    @Override
    public void run(String... arguments) {
        AccountId account =
                Callers.as(Caller.service("opdrachtregel"), () -> invitations.account(login))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "Niemand meldt zich aan met " + login));
        FoundCommand.printLink(System.out, web, FoundCommand.invite(invitations, account), login);
    }
}
