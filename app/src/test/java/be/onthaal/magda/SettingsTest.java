// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.MagdaAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Settings as an administrator writes them, and as the demo gets them. */
class SettingsTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(MagdaAutoConfiguration.class))
                    .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(MagdaSettings.class)
    static class Bound {}

    @Test
    void withoutSettingsNobodyIsConnected() {
        runner.run(context -> {
            MagdaSettings settings = context.getBean(MagdaSettings.class);
            assertThat(settings.sender("mortsel")).isEmpty();
            assertThat(settings.patience().attempts()).isEqualTo(3);
            assertThat(settings.breaker().pause()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @Test
    void eachAuthorityIsASenderOfItsOwn() {
        runner.withPropertyValues(
                        "onthaal.magda.endpoint=https://magda.example/soap",
                        "onthaal.magda.endpoints.GeefPersoon=https://persoon.example/soap",
                        "onthaal.magda.senders.mortsel.identification=mortsel.be/onthaal",
                        "onthaal.magda.senders.ocmwmortsel.identification=ocmw.mortsel.be/onthaal",
                        "onthaal.magda.senders.ocmwmortsel.capacity=a1300")
                .run(context -> {
                    MagdaSettings settings = context.getBean(MagdaSettings.class);
                    assertThat(settings.sender("mortsel").orElseThrow().findCapacity()).isEmpty();
                    assertThat(settings.sender("ocmw-mortsel").orElseThrow().capacity())
                            .isEqualTo("a1300");
                    assertThat(settings.sender("antwerpen")).isEmpty();
                    assertThat(settings.address(MagdaService.PERSON)).hasHost("persoon.example");
                    assertThat(settings.address(MagdaService.HISTORY)).hasHost("magda.example");
                });
    }

    @Test
    void theDemoIsConnectedToItsSimulator() {
        runner.withPropertyValues("onthaal.demo=true", "onthaal.simulators.magda.port=0")
                .run(context -> {
                    MagdaSettings settings = context.getBean(MagdaSettings.class);
                    assertThat(settings.endpoint()).startsWith("http://127.0.0.1:");
                    assertThat(settings.sender("mortsel")).isPresent();
                    assertThat(settings.sender("ocmw-mortsel")).isPresent();
                    assertThat(settings.sender("antwerpen")).isEmpty();
                    context.getBean(Magda.class).close();
                });
    }

    @Test
    void aDemoWithAnEndpointOfItsOwnKeepsIt() {
        runner.withPropertyValues(
                        "onthaal.demo=true", "onthaal.magda.endpoint=https://magda.example/soap")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(Magda.class);
                    assertThat(context.getBean(MagdaSettings.class).endpoint())
                            .isEqualTo("https://magda.example/soap");
                });
    }
}
