// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.common.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is asking. */
@RestController
@Tag(name = "me")
class MeApi {

    private final Authorities authorities;

    MeApi(Authorities authorities) {
        this.authorities = authorities;
    }

    @OpenToAll(because = "it tells a program about itself and nobody about anybody else")
    @Operation(operationId = "me", summary = "Wie vraagt", description = "The caller's own rights")
    @GetMapping("/api/me")
    MeBody me() {
        Caller caller = Callers.find().orElseThrow(() -> new Refused("access.sign-in-needed"));
        Authority authority = authorities.get(caller.authority());
        return new MeBody(
                caller.name(),
                caller.kind(),
                new MeBody.Employer(
                        authority.id().value(),
                        authority.name(),
                        authority.numbers().ovo().value()),
                caller.rights().permissions().stream().map(Enum::name).sorted().toList(),
                caller.rights().clearance());
    }
}
