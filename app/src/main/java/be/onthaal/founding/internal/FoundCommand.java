// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.founding.internal;

import be.onthaal.access.AccountId;
import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.AuthorityGroupId;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Invitations;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.OvoCode;
import be.onthaal.common.Token;
import be.onthaal.database.Ids;
import be.onthaal.founding.Founding;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.web.WebSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** {@code ./onthaal found}: takes an authority in and prints the link of its administrator. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "found")
@EnableConfigurationProperties(FoundCommand.Asked.class)
class FoundCommand implements CommandLineRunner {

    private static final String SELF = "opdrachtregel";

    private final Founding founding;
    private final Authorities authorities;
    private final Invitations invitations;
    private final WebSettings web;
    private final Asked asked;

    FoundCommand(
            Founding founding,
            Authorities authorities,
            Invitations invitations,
            WebSettings web,
            Asked asked) {
        this.founding = founding;
        this.authorities = authorities;
        this.invitations = invitations;
        this.web = web;
        this.asked = asked;
    }

    /**
     * What was asked on the command line.
     *
     * @param sister enterprise number of an authority that is in already and shares its customers
     */
    @ConfigurationProperties("onthaal.found")
    record Asked(
            String kind,
            String name,
            String slug,
            String enterprise,
            String ovo,
            String nis,
            @DefaultValue("") String sister,
            @DefaultValue("Onthaal") List<String> units,
            String adminName,
            String adminLogin) {}

    @Override
    public void run(String... arguments) {
        PrintStream out = System.out;
        Authority authority = authority();
        founding.found(authority, asked.units());
        Employee administrator =
                founding.administrator(
                        authority,
                        new NewEmployee(
                                asked.adminName(),
                                "Beheerder",
                                new EmailAddress(asked.adminLogin())));
        out.println();
        out.printf("%s werkt nu met Onthaal.%n", authority.name());
        out.println();
        printLink(out, web, invite(invitations, administrator.account()), administrator.name());
    }

    /** The link that somebody chooses his password with. */
    static Token invite(Invitations invitations, AccountId account) {
        return Callers.as(Caller.service(SELF), () -> invitations.invite(account));
    }

    static void printLink(PrintStream out, WebSettings web, Token token, String name) {
        out.printf("%s kiest een wachtwoord met deze link, één keer en binnen de week:%n", name);
        out.printf("  %s/uitnodiging/%s%n", web.address(), token.value());
    }

    private Authority authority() {
        return new Authority(
                new AuthorityId(Ids.next()),
                group(),
                Authority.Kind.valueOf(asked.kind().toUpperCase(Locale.ROOT)),
                asked.name(),
                asked.slug(),
                new Authority.Numbers(
                        number(asked.enterprise()),
                        new OvoCode(asked.ovo()),
                        new NisCode(asked.nis())),
                "default",
                List.of("nl"),
                List.of());
    }

    private AuthorityGroupId group() {
        if (asked.sister().isEmpty()) {
            return Callers.as(Caller.service(SELF), () -> authorities.found(asked.name()));
        }
        EnterpriseNumber sister = number(asked.sister());
        return Callers.as(Caller.service(SELF), authorities::list).stream()
                .filter(other -> other.numbers().enterprise().equals(sister))
                .map(Authority::group)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Geen bestuur met ondernemingsnummer " + asked.sister()));
    }

    private static EnterpriseNumber number(String text) {
        return EnterpriseNumber.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("Geen ondernemingsnummer: " + text));
    }
}
