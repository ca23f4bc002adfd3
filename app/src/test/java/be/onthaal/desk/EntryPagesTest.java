// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Reading a piece, and bringing it where it belongs. */
@OnthaalTest
@Import(DeskFixtures.class)
class EntryPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired EntryDesk entries;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
    }

    @Test
    void aPieceThatIsBroughtToItsCaseAgainIsNoSecondAnswer() {
        Map<String, String> number = Map.of("number", scene.file().number().display());
        String place = "/post/" + scene.entry().id();

        browser.post(place + "/koppel", number);
        browser.post(place + "/koppel", number);
        browser.post(
                "/post",
                Map.of(
                        "query",
                        "lijst=ALL",
                        "id",
                        scene.entry().id().toString(),
                        "do",
                        "case",
                        "number",
                        scene.file().number().display()));

        assertThat(counted("cases.answer-received")).containsExactly("1");
    }

    @Test
    void whoSeesThePieceButNoCustomersIsLoggedWithTheOneItNames() {
        Callers.as(withoutCustomers(), () -> entries.show(scene.entry().id()));

        assertThat(
                        owner.column(
                                "select count(*) from audit.event where action = 'post.viewed' and parties @> array['%s'::uuid]"
                                        .formatted(scene.party())))
                .containsExactly("1");
    }

    private Caller withoutCustomers() {
        Caller who = scene.coordinator();
        Set<Permission> less =
                who.rights().permissions().stream()
                        .filter(right -> right != Permission.PARTY_VIEW)
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                who.kind(),
                who.actor(),
                who.name(),
                who.scope(),
                who.employee(),
                new Caller.Rights(less, who.rights().units(), who.rights().clearance()),
                who.purpose());
    }

    private List<String> counted(String action) {
        return owner.column(
                "select count(*) from audit.event where action = '%s' and authority_id = '%s'"
                        .formatted(action, scene.here().authority().id()));
    }
}
