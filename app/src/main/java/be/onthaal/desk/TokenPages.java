// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Letting programs in, and sending them away. */
@Controller
class TokenPages {

    private static final int NAME = 100;

    private final MachineTokens tokens;
    private final Pages pages;
    private final Clock clock;

    TokenPages(MachineTokens tokens, Pages pages, Clock clock) {
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/beheer/koppelingen")
    View list() {
        return page(Optional.empty());
    }

    /** The page that shows the token is the answer itself, so that no address ever leads to it. */
    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/koppelingen")
    View issue(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) {
        var fields = new Fields(sent);
        String name = fields.required("name", NAME);
        Set<Permission> rights = rights(sent);
        Duration life = Duration.ofDays(days(fields));
        Token token =
                Purposes.during(Purpose.ADMINISTRATION, () -> tokens.issue(name, rights, life));
        response.setHeader("Cache-Control", "no-store");
        return page(Optional.of(token));
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping("/beheer/koppelingen/{id}/intrekken")
    View revoke(@PathVariable UUID id) {
        Purposes.run(Purpose.ADMINISTRATION, () -> tokens.revoke(id));
        return pages.to("/beheer/koppelingen?gedaan=token-revoked");
    }

    private View page(Optional<Token> issued) {
        return pages.page("desk/tokens", new TokensPage(tokens.list(), issued, clock.instant()));
    }

    private static Set<Permission> rights(MultiValueMap<String, String> sent) {
        Set<Permission> rights = EnumSet.noneOf(Permission.class);
        for (String name : sent.getOrDefault("right", List.of())) {
            Permission right = Permission.valueOf(name);
            if (TokensPage.RIGHTS.contains(right)) {
                rights.add(right);
            }
        }
        if (rights.isEmpty()) {
            throw new Refused("desk.choose-right");
        }
        return rights;
    }

    private static int days(Fields fields) {
        int days = Integer.parseInt(fields.required("days", 4));
        return TokensPage.LIVES.contains(days) ? days : TokensPage.LIVES.getFirst();
    }
}
