// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.access.AuthorityGroupId;
import be.onthaal.access.AuthorityId;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Purpose;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients in a process of their own that register post without end, until it is killed. */
public final class RegisteringProcess {

    private RegisteringProcess() {}

    /**
     * Registers with so many clients at once; each number is said after its commit.
     *
     * @param settings authority, group, unit, how many clients, then settings of the product
     */
    public static void main(String[] settings) throws InterruptedException {
        String[] own = java.util.Arrays.copyOfRange(settings, 4, settings.length);
        ConfigurableApplicationContext product = IntakeProcess.start(own);
        PostRegister register = product.getBean(PostRegister.class);
        var scope =
                new Caller.Scope(
                        new AuthorityId(UUID.fromString(settings[0])),
                        new AuthorityGroupId(UUID.fromString(settings[1])));
        var rights = new Caller.Rights(Set.of(), Set.of(), Confidentiality.SECRET);
        var caller =
                new Caller(
                        Caller.Kind.SERVICE,
                        new UUID(0, 0),
                        "killed",
                        Optional.of(scope),
                        Optional.empty(),
                        rights,
                        Purpose.SYSTEM);
        UnitId unit = UnitId.of(settings[2]);
        System.out.println(IntakeProcess.READY);
        for (int i = 0; i < Integer.parseInt(settings[3]); i++) {
            Thread.ofVirtual().start(() -> registerWithoutEnd(register, caller, unit));
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void registerWithoutEnd(PostRegister register, Caller caller, UnitId unit) {
        while (true) {
            var entry =
                    Callers.as(
                            caller,
                            () ->
                                    register.registerIncoming(
                                            new NewIncoming(
                                                    Channel.POST,
                                                    LocalDate.of(2026, 11, 23),
                                                    "Brief uit een ander proces",
                                                    "Jan Peeters",
                                                    Optional.empty(),
                                                    unit,
                                                    Confidentiality.INTERNAL,
                                                    Optional.empty())));
            System.out.println(entry.number().display());
        }
    }
}
